"""The words index on the disk: a cache beside the tables, thrown away and made anew whenever it doesn't fit.

One document a memory, and one more, the mark: up to which change the index holds everything, replaced in the
same commit. It is always whole: a commit of tantivy takes the place of the one before in one rename.
"""

from __future__ import annotations

import json
import shutil
import struct
import threading
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import tantivy
from tantivy import Filter, Occur, Query, TextAnalyzerBuilder, Tokenizer

from mnemoteca.core.failpoints import reach
from mnemoteca.core.text import key_text
from mnemoteca.store.places import sync_folder
from mnemoteca.store.wording import NOTHING, Document, Found, Ids, Statistics, Wanted

SCHEMA_VERSION = 1
HEAP = 24_000_000  # bytes that the writer gathers before it writes a segment
FEW_IDS = 2_000  # allowed ids that are looked for by name; more are sifted out of what is found
DEPTH = 1_000  # candidates of a search
START_WEIGHT = 2.0  # what a word that begins as asked gives to the score, whatever its rarity
_FOOTER_MAGIC = 1337
ENGINE_ERRORS = (ValueError, OSError, RuntimeError)


class Unusable(Exception):
    """The index on the disk can't be used; the reason in a word: missing, damaged, or of another version."""


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("id", indexed=True, fast=True)
    builder.add_unsigned_field("space", indexed=True)
    builder.add_text_field("body", tokenizer_name="blanks", index_option="position")
    builder.add_text_field("keys", tokenizer_name="blanks", index_option="freq")
    builder.add_text_field("mark", stored=True, tokenizer_name="raw", index_option="basic")
    return builder.build()


SCHEMA = _schema()
_BLANKS = TextAnalyzerBuilder(Tokenizer.whitespace()).filter(Filter.remove_long(300)).build()
_MARK = "mark"


class Words:
    """The open index. Any thread may search; one at a time may change it."""

    def __init__(self, folder: Path, index: tantivy.Index) -> None:
        self._folder = folder
        self._index = index
        self._writer: tantivy.IndexWriter | None = None
        self._turn = threading.Lock()
        self._searcher = index.searcher()
        mark = _read_mark(self._searcher)
        self.change = mark["change"]
        self._keys, self._kept = mark["keys"], mark["documents"]

    @classmethod
    def open(cls, folder: Path) -> Words:
        """The index in the folder; raises `Unusable`."""
        if not folder.is_dir() or not any(folder.iterdir()):
            raise Unusable("missing")
        try:
            _verify(folder)
            index = tantivy.Index.open(str(folder))
            index.register_tokenizer("blanks", _BLANKS)
            return cls(folder, index)
        except ENGINE_ERRORS as error:
            raise Unusable("damaged") from error

    @classmethod
    def make(cls, folder: Path) -> Words:
        """A new, empty index in the place of whatever is there."""
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(mode=0o700)  # a data folder that is gone is not made again
        index = tantivy.Index(SCHEMA, path=str(folder))
        index.register_tokenizer("blanks", _BLANKS)
        return cls(folder, index)

    @classmethod
    def moved(cls, part: Path, folder: Path) -> Words:
        """The index that was made in `part`, in the place of the one in `folder`.

        After a stop in between there is none: it is made anew from the tables.
        """
        shutil.rmtree(folder, ignore_errors=True)
        part.rename(folder)
        reach("words.moved")
        sync_folder(folder.parent)
        return cls.open(folder)

    # -- changing

    def change_documents(self, gone: Iterable[int], documents: Sequence[Document]) -> None:
        """Take out the memories `gone`, put in the documents; it counts with the next commit."""
        with self._turn, self._writing() as writer:
            for id in gone:
                writer.delete_documents_by_query(Query.term_query(SCHEMA, "id", id, "basic"))
            for document in documents:
                writer.add_document(self._entry(document))

    def commit(self, change: int) -> None:
        """From now on the index holds everything up to `change`."""
        with self._turn, self._writing() as writer:
            writer.delete_documents_by_term("mark", _MARK)
            writer.add_document(self._mark_entry(change))
            reach("words.commit")
            writer.commit()
            reach("words.commit")
            self._index.reload()
            self._searcher = self._index.searcher()
            self.change = change

    def pass_over(self, change: int) -> None:
        """Nothing up to `change` concerns the words; the next commit writes it down."""
        self.change = change

    @contextmanager
    def _writing(self) -> Iterator[tantivy.IndexWriter]:
        if self._writer is None:
            self._writer = self._index.writer(heap_size=HEAP, num_threads=1)
        try:
            yield self._writer
        except BaseException:
            self._writer = None  # what it had gathered goes with it
            raise

    def rest(self) -> None:
        """Let the writer and its memory go until the next change."""
        with self._turn:
            writer, self._writer = self._writer, None
            if writer is not None:
                writer.wait_merging_threads()

    def _entry(self, document: Document) -> tantivy.Document:
        entry = tantivy.Document()
        entry.add_unsigned("id", document.id)
        entry.add_unsigned("space", document.space)
        held = document.header_keys()
        entry.add_text("keys", " ".join(held))
        count = len(held)
        for body in document.bodies():
            if body:
                entry.add_text("body", " ".join(body))
                told, more = key_text(body, document.lang)
                entry.add_text("keys", told)
                count += more
        self._keys += count
        self._kept += 1
        return entry

    def _mark_entry(self, change: int) -> tantivy.Document:
        entry = tantivy.Document()
        entry.add_text("mark", _MARK)
        mark = {"version": SCHEMA_VERSION, "change": change, "keys": self._keys, "documents": self._kept}
        entry.add_text("mark", json.dumps(mark))
        return entry

    # -- searching

    @property
    def documents(self) -> int:
        """How many memories are in it."""
        return max(0, int(self._searcher.num_docs) - 1)

    def ids(self) -> Ids:
        """The ids of the memories in it."""
        searcher = self._searcher
        found = searcher.search(Query.exists_query("id"), max(1, searcher.num_docs), count=False).hits
        return _ids_of(searcher, found)

    def holding(self, ids: Ids) -> int:
        """How many of these memories are in it."""
        named = Query.term_set_query(SCHEMA, "id", ids.tolist())
        return len(self._searcher.search(named, len(ids), count=False).hits) if len(ids) else 0

    def highest_id(self) -> int:
        """The highest id in it; 0 in an empty one."""
        hits = self._searcher.search(Query.exists_query("id"), 1, count=False, order_by_field="id").hits
        return int(hits[0][0]) if hits else 0

    def statistics(self, terms: Iterable[str]) -> Statistics:
        """What BM25 needs to score a document that isn't in here yet."""
        searcher = self._searcher
        holding = {term: int(searcher.doc_freq("keys", term)) for term in terms}
        return Statistics(int(searcher.num_docs), self._keys / (self._kept + 1) or 1.0, holding)

    def holds_word(self, word: str) -> int:
        """How many memories hold this folded word in their text."""
        return int(self._searcher.doc_freq("body", word))

    def search(self, wanted: Wanted, depth: int = DEPTH) -> Found:
        """The memories that hold any of the terms or beginnings, by BM25."""
        parts = [
            (Occur.Should, Query.boost_query(Query.term_query(SCHEMA, "keys", term, "freq"), weight))
            for term, weight in wanted.terms.items()
        ]
        parts += [(Occur.Should, _start_query(start)) for start in wanted.starts]
        return self._sifted(wanted, Query.boolean_query(parts), depth) if parts else NOTHING

    def search_phrases(self, wanted: Wanted, depth: int = DEPTH) -> Found:
        """The memories that hold any of the phrases, word for word."""
        parts = [(Occur.Should, _phrase_query(phrase, wanted.open_end)) for phrase in wanted.phrases]
        return self._sifted(wanted, Query.boolean_query(parts), depth) if parts else NOTHING

    def search_held(self, wanted: Wanted, depth: int = DEPTH) -> Found:
        """The memories that hold any of the words, by the sum of what each word counts that they hold."""
        parts = [(Occur.Should, _word_query(keys, counts)) for keys, counts in wanted.words.items()]
        return self._sifted(wanted, Query.boolean_query(parts), depth) if parts else NOTHING

    def _sifted(self, wanted: Wanted, query: Query, depth: int) -> Found:
        searcher = self._searcher
        must = [(Occur.Must, _silent(Query.term_query(SCHEMA, "space", wanted.space, "basic"))), (Occur.Must, query)]
        allowed = wanted.allowed
        if allowed is None:
            return _found(searcher, Query.boolean_query(must), depth)
        if len(allowed) > FEW_IDS:
            deeper = min(20_000, depth * max(2, 2 * self.documents // len(allowed)))
            found = _found(searcher, Query.boolean_query(must), deeper)
            inside = np.isin(found.ids, allowed)
            if not found.more or inside.sum() >= min(depth, 200):
                return Found(found.ids[inside][:depth], found.scores[inside][:depth], found.more)
        named = _silent(Query.term_set_query(SCHEMA, "id", allowed.tolist()))
        return _found(searcher, Query.boolean_query([*must, (Occur.Must, named)]), depth)


def _silent(query: Query) -> Query:
    return Query.const_score_query(query, 0.0)


def _word_query(keys: Sequence[str], counts: float) -> Query:
    """What holds a word under any of its keys, each worth the same."""
    any_key = [(Occur.Should, Query.term_query(SCHEMA, "keys", key, "basic")) for key in keys]
    return Query.const_score_query(Query.boolean_query(any_key), counts)


def _start_query(start: str) -> Query:
    return Query.const_score_query(Query.fuzzy_term_query(SCHEMA, "body", start, 0, True, True), START_WEIGHT)


def _phrase_query(phrase: tuple[str, ...], open_end: bool) -> Query:
    if len(phrase) == 1:
        return _start_query(phrase[0]) if open_end else Query.term_query(SCHEMA, "body", phrase[0])
    if open_end:
        return Query.phrase_prefix_query(SCHEMA, "body", list(phrase))
    return Query.phrase_query(SCHEMA, "body", list(phrase))


def _found(searcher: tantivy.Searcher, query: Query, depth: int) -> Found:
    hits = searcher.search(query, depth, count=False).hits
    scores = np.fromiter((score for score, _ in hits), np.float64, len(hits))
    return Found(_ids_of(searcher, hits), scores, len(hits) == depth)


def _ids_of(searcher: tantivy.Searcher, hits: Sequence[tuple[object, tantivy.DocAddress]]) -> Ids:
    return np.array(searcher.fast_field_values("id", [address for _, address in hits]), dtype=np.int64)


def _read_mark(searcher: tantivy.Searcher) -> dict[str, int]:
    hits = searcher.search(Query.term_query(SCHEMA, "mark", _MARK), 1, count=False).hits
    if not hits:
        return {"change": 0, "keys": 0, "documents": 0}
    mark: dict[str, int] = json.loads(searcher.doc(hits[0][1]).get_all("mark")[1])
    if mark["version"] != SCHEMA_VERSION:
        raise Unusable("of another version")
    return mark


def _verify(folder: Path) -> None:
    """Compare each segment file with the checksum at its end; raises `ValueError`."""
    meta = json.loads((folder / "meta.json").read_bytes())
    names = {segment["segment_id"].replace("-", "") for segment in meta["segments"]}
    for path in folder.iterdir():
        if path.name.partition(".")[0] in names:
            _verify_file(path)


def _verify_file(path: Path) -> None:
    content = path.read_bytes()
    size, magic = struct.unpack("<II", content[-8:]) if len(content) > 8 else (0, 0)
    if magic != _FOOTER_MAGIC:
        raise ValueError(f"{path.name} has no end")
    body = memoryview(content)[: len(content) - 8 - size]
    if json.loads(content[len(body) : -8])["crc"] != zlib.crc32(body):
        raise ValueError(f"{path.name} is not what was written")
