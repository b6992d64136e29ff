"""The panes of the window: they are given plain values, show them, and tell by signals what a person wants.

No pane knows the service, a command or another pane. Each is made with the `Theme` (colours, icons, fonts) and,
where time runs in it, the `Clock`; each is named for screen readers. Ids are those of `core.memory`.

    theme.theme.Theme(app)          .use("system" | "dark" | "light"), .tokens, .icon(name), signal changed
    rows                            RowRole, RowValue, memory_row, session_row, hit_row, day_row (pure)
    words                           the same things in words: what_next, tier_name, day_label, number, … (pure)

top_bar.TopBar(theme)
    set_spaces(spaces: tuple[Space, ...], current: str), set_menu(QMenu), set_query(text), query() -> str,
    focus_search(), set_here(bool)
    space_chosen(str) · space_wanted() (a new one) · query_edited(str) · query_entered(str) · search_left() (Esc, or
    the text was cleared) · list_wanted() (Down in the field) · note_wanted()

places.PlacesPane(theme)
    set_counts(Counts), set_place(Place), place() -> Place
    place_chosen(Place)

list_pane.ListPane(theme)           the model computes `RowValue`s whenever it is asked, from the clock's now
    set_model(model)                a QAbstractTableModel of one column; `data(index, RowRole)` is a RowValue, or
                                    None for a row under way (a skeleton is painted); `header_items() -> Sequence[int]`
    set_kind(Rows.LIST | Rows.HITS) rows of 68 px with headers of days, or hits as high as they need (≤ 500 of them)
    set_title(title: str, detail: str = ""), set_empty(sentence: str, next_step: str = "") (shown while the list is
    empty), set_footer(sentence: str), current() -> int, choose(item: int), focus_list()
    row_chosen(int) (item; -1: none) · row_opened(int) (Enter, double click) · looked_at(int, int) (first and last item
    on the screen) · menu_wanted(int, QPoint) (item, global place)

reader.ReaderPane(theme, clock)
    show_session(session: Session | None, at: int = 0)   an empty reader, that asks for the turns around `at`
    add_turns(start: int, turns: tuple[Memory, ...])     in answer to `turns_wanted`; an empty answer ends the session
    choose(id: int, highlights: tuple[tuple[int, int], ...] = ()), chosen() -> Memory | None
    show_memory(memory: Memory, highlights=())           one memory alone (trash, or while its session is on its way)
    replace(memory: Memory)                              fresh state of a turn that is shown
    set_loading(), set_nothing(sentence: str), set_menu(QMenu) (the three dots)
    turns_wanted(start: int, limit: int) · turn_chosen(Memory) · pin_wanted(Memory) · forget_wanted(Memory)

inspector.InspectorPane(theme, clock)
    set_memory(memory: Memory | None), set_life(MemoryLife) (of the memory at hand); or, where only a session is chosen,
    set_session(Session), set_facts(SessionFacts), set_commits(session: int, commits: tuple[Memory, ...])
    pin_wanted(Memory) (pin or unpin, by its state) · forget_wanted(Memory) · restore_wanted(Memory) · tag_chosen(str)
    · memory_wanted(Memory) (a commit of the session)

tiers_page.TiersPage(theme, clock)
    set_stats(TierStats), set_column(Tier, memories: tuple[Memory, ...], total: int), focus_tier(Tier), choose(id),
    chosen() -> Memory | None
    memory_chosen(Memory) · memory_opened(Memory) · keep_wanted(Memory) · more_wanted(Tier)
    · menu_wanted(Memory, QPoint) · rise_wanted(id, tiers), let_go_wanted(id), pin_wanted(id) (a card was dropped);
    set_days(tuple[TierDay, ...])

timeline_page.TimelinePage(theme, clock)    bars over a list of its own
    set_model(model), set_bars(Span, counts, undated: int), set_brush(Span | None), set_count(int), first_focus()
    grain_chosen(Grain) · bars: zoom_wanted(times, bar), inside_wanted(bar), move_wanted(bars), brushed(bar, bar)
    (-1: none) · list: as list_pane

capture_box.CaptureBox(theme, parent)   a dialog over the window; show with open_box(), it goes on Esc (the text stays)
    set_draft(text: str, pinned: bool, importance: float = 0.7), text(), pinned(), importance(), set_space(name),
    set_saved(Saved.TYPING | Saved.SAVED | Saved.TROUBLE, why: str = ""), open_box()
    edited() · keep_wanted()

status_line.StatusLine(theme)
    set_promise(text: str = "") ("" is the offline promise), set_jobs(tuple[Job, ...]), set_index(missing: int | None),
    set_service(sentence: str, trouble: bool = False), set_waiting(notes: int)
    job_chosen(int) · job_stopped(int) · service_chosen() (the sentence about the service was clicked)

welcome.WelcomePane(theme)          a new library: write a note, or open or drop a file
    note_wanted() · file_wanted() · sources_wanted() · files_dropped(list[str])

sources_page.SourcesPage(theme, clock)
    set_sources(tuple[Source, ...]), focus_first()
    look_wanted(Source) · daily_wanted(Source, bool) · drop_wanted(Source) · again_wanted() · file_wanted()
    · folder_wanted()

import_box.ImportBox(theme, parent)     a dialog over the window, from the first look to what came in: set_what(name,
    path), show_looking(Progress), show_seen(Preview, space, today, many=False), show_coming(Progress,
    withdrawing=False), ask(), show_ended(Ending), show_skipped(entries, of), show_trouble(sentence, step), open_card()
    left() · bring_in_wanted(ImportOptions) · format_wanted(str) · stop_wanted() · go_on_wanted() · keep_wanted()
    · take_back_wanted() · save_wanted() · again_wanted()

components.toast.Toast(theme, parent)       floats at the bottom: tell(sentence: str, action: str = "",
                                            ms: int = 8000); acted()
components.notice.Notice(theme)             a line below the top bar: set_notice(sentence: str, action: str = "",
                                            trouble: bool = False), clear(); acted() · closed()
components.drop.DropVeil(theme, parent)     "Drop to bring these in" over the whole window: begin(), end()
"""
