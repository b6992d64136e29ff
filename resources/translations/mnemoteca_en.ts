<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>Acts</name>
    <message numerus="yes">
        <source>%Ln pinned.</source>
        <translation>
            <numerusform>%Ln pinned.</numerusform>
            <numerusform>%Ln pinned.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unpinned.</source>
        <translation>
            <numerusform>%Ln unpinned.</numerusform>
            <numerusform>%Ln unpinned.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tagged.</source>
        <translation>
            <numerusform>%Ln tagged.</numerusform>
            <numerusform>%Ln tagged.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln forgotten.</source>
        <translation>
            <numerusform>%Ln forgotten.</numerusform>
            <numerusform>%Ln forgotten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln restored.</source>
        <translation>
            <numerusform>%Ln restored.</numerusform>
            <numerusform>%Ln restored.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln promoted.</source>
        <translation>
            <numerusform>%Ln promoted.</numerusform>
            <numerusform>%Ln promoted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Forgotten: %Ln memories.</source>
        <translation>
            <numerusform>Forgotten: %Ln memory.</numerusform>
            <numerusform>Forgotten: %Ln memories.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnswerCard</name>
    <message numerus="yes">
        <source>%Ln sentences rested on nothing and are left out.</source>
        <translation>
            <numerusform>%Ln sentence rested on nothing and is left out.</numerusform>
            <numerusform>%Ln sentences rested on nothing and are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackingUp</name>
    <message numerus="yes">
        <source>%Ln memories backed up.</source>
        <translation>
            <numerusform>%Ln memory backed up.</numerusform>
            <numerusform>%Ln memories backed up.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Browsing</name>
    <message numerus="yes">
        <source>%Ln memories</source>
        <translation>
            <numerusform>%Ln memory</numerusform>
            <numerusform>%Ln memories</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln weaker ones</source>
        <translation>
            <numerusform>Show %Ln weaker one</numerusform>
            <numerusform>Show %Ln weaker ones</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Choosing</name>
    <message numerus="yes">
        <source>person, %Ln memories</source>
        <translation>
            <numerusform>person, %Ln memory</numerusform>
            <numerusform>person, %Ln memories</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>tag, %Ln memories</source>
        <translation>
            <numerusform>tag, %Ln memory</numerusform>
            <numerusform>tag, %Ln memories</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContextCard</name>
    <message numerus="yes">
        <source>%Ln memories in the order of their time</source>
        <translation>
            <numerusform>%Ln memory</numerusform>
            <numerusform>%Ln memories in the order of their time</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln had no room and are left out.</source>
        <translation>
            <numerusform>%Ln had no room and is left out.</numerusform>
            <numerusform>%Ln had no room and are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContradictionsPage</name>
    <message numerus="yes">
        <source>%Ln more come as these are decided.</source>
        <translation>
            <numerusform>%Ln more comes as these are decided.</numerusform>
            <numerusform>%Ln more come as these are decided.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n s</source>
        <translation>
            <numerusform>%n s</numerusform>
            <numerusform>%n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h</source>
        <translation>
            <numerusform>%n h</numerusform>
            <numerusform>%n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d</source>
        <translation>
            <numerusform>%n d</numerusform>
            <numerusform>%n d</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln turns</source>
        <translation>
            <numerusform>%Ln turn</numerusform>
            <numerusform>%Ln turns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines</source>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln memories</source>
        <translation>
            <numerusform>%Ln memory</numerusform>
            <numerusform>%Ln memories</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln memories together</source>
        <translation>
            <numerusform>%Ln memory together</numerusform>
            <numerusform>%Ln memories together</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>read %n times</source>
        <translation>
            <numerusform>read once</numerusform>
            <numerusform>read %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n times</source>
        <comment>how often a memory was recalled</comment>
        <translation>
            <numerusform>once</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln promoted today</source>
        <translation>
            <numerusform>%Ln promoted today</numerusform>
            <numerusform>%Ln promoted today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln still to be indexed</source>
        <translation>
            <numerusform>%Ln still to be indexed</numerusform>
            <numerusform>%Ln still to be indexed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not found by meaning yet</source>
        <translation>
            <numerusform>%Ln not found by meaning yet</numerusform>
            <numerusform>%Ln not found by meaning yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notes wait for the service</source>
        <translation>
            <numerusform>%n note waits for the service</numerusform>
            <numerusform>%n notes wait for the service</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln connections were made</source>
        <translation>
            <numerusform>%Ln connection was made</numerusform>
            <numerusform>%Ln connections were made</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln characters</source>
        <translation>
            <numerusform>%Ln character</numerusform>
            <numerusform>%Ln characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message numerus="yes">
        <source>%Ln copied.</source>
        <translation>
            <numerusform>%Ln copied.</numerusform>
            <numerusform>%Ln copied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tag %Ln memories</source>
        <translation>
            <numerusform>Tag the memory</numerusform>
            <numerusform>Tag %Ln memories</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln notes kept</source>
        <translation>
            <numerusform>%Ln note kept</numerusform>
            <numerusform>%Ln notes kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln memories brought in</source>
        <translation>
            <numerusform>%Ln memory brought in</numerusform>
            <numerusform>%Ln memories brought in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln notes changed</source>
        <translation>
            <numerusform>%Ln note changed</numerusform>
            <numerusform>%Ln notes changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln memories tagged</source>
        <translation>
            <numerusform>%Ln memory tagged</numerusform>
            <numerusform>%Ln memories tagged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln names corrected</source>
        <translation>
            <numerusform>%Ln name corrected</numerusform>
            <numerusform>%Ln names corrected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln memories pinned</source>
        <translation>
            <numerusform>%Ln memory pinned</numerusform>
            <numerusform>%Ln memories pinned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln memories unpinned</source>
        <translation>
            <numerusform>%Ln memory unpinned</numerusform>
            <numerusform>%Ln memories unpinned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln memories given another importance</source>
        <translation>
            <numerusform>%Ln memory given another importance</numerusform>
            <numerusform>%Ln memories given another importance</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln memories promoted</source>
        <translation>
            <numerusform>%Ln memory promoted</numerusform>
            <numerusform>%Ln memories promoted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln memories let go</source>
        <translation>
            <numerusform>%Ln memory let go</numerusform>
            <numerusform>%Ln memories let go</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln memories cleared from Short</source>
        <translation>
            <numerusform>%Ln memory cleared from Short</numerusform>
            <numerusform>%Ln memories cleared from Short</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln memories merged</source>
        <translation>
            <numerusform>%Ln memory merged</numerusform>
            <numerusform>%Ln memories merged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln contradictions decided</source>
        <translation>
            <numerusform>%Ln contradiction decided</numerusform>
            <numerusform>%Ln contradictions decided</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln memories forgotten</source>
        <translation>
            <numerusform>%Ln memory forgotten</numerusform>
            <numerusform>%Ln memories forgotten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln memories restored</source>
        <translation>
            <numerusform>%Ln memory restored</numerusform>
            <numerusform>%Ln memories restored</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undo %Ln, down to here</source>
        <translation>
            <numerusform>Undo %Ln, down to here</numerusform>
            <numerusform>Undo %Ln, down to here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln acts undone.</source>
        <translation>
            <numerusform>%Ln act undone.</numerusform>
            <numerusform>%Ln acts undone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message numerus="yes">
        <source>%Ln memories</source>
        <translation>
            <numerusform>%Ln memory</numerusform>
            <numerusform>%Ln memories</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message numerus="yes">
        <source>%Ln sessions are here from another source</source>
        <translation>
            <numerusform>%Ln session is here from another source</numerusform>
            <numerusform>%Ln sessions are here from another source</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln ms</source>
        <translation>
            <numerusform>in %Ln ms</numerusform>
            <numerusform>in %Ln ms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln memories are not indexed yet.</source>
        <translation>
            <numerusform>%Ln memory is not indexed yet.</numerusform>
            <numerusform>%Ln memories are not indexed yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>From %Ln sources</source>
        <translation>
            <numerusform>From %Ln source</numerusform>
            <numerusform>From %Ln sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new sessions</source>
        <translation>
            <numerusform>%Ln new session</numerusform>
            <numerusform>%Ln new sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were here already</source>
        <translation>
            <numerusform>%Ln was here already</numerusform>
            <numerusform>%Ln were here already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of these are in the trash</source>
        <translation>
            <numerusform>%Ln of these is in the trash</numerusform>
            <numerusform>%Ln of these are in the trash</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were empty</source>
        <translation>
            <numerusform>%Ln was empty</numerusform>
            <numerusform>%Ln were empty</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were left out as you asked</source>
        <translation>
            <numerusform>%Ln was left out as you asked</numerusform>
            <numerusform>%Ln were left out as you asked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln secrets were left out</source>
        <translation>
            <numerusform>%Ln secret was left out</numerusform>
            <numerusform>%Ln secrets were left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be taken</source>
        <translation>
            <numerusform>%Ln could not be taken</numerusform>
            <numerusform>%Ln could not be taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln came in changed, for a reason that is listed</source>
        <translation>
            <numerusform>%Ln came in changed, for a reason that is listed</numerusform>
            <numerusform>%Ln came in changed, for reasons that are listed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sessions were here from another source</source>
        <translation>
            <numerusform>%Ln session was here from another source</numerusform>
            <numerusform>%Ln sessions were here from another source</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln came back from the trash</source>
        <translation>
            <numerusform>%Ln came back from the trash</numerusform>
            <numerusform>%Ln came back from the trash</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stay out: receipts say that they were purged</source>
        <translation>
            <numerusform>%Ln stays out: a receipt says that it was purged</numerusform>
            <numerusform>%Ln stay out: receipts say that they were purged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sessions have a new title</source>
        <translation>
            <numerusform>%Ln session has a new title</numerusform>
            <numerusform>%Ln sessions have a new title</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new memories</source>
        <translation>
            <numerusform>%Ln new memory</numerusform>
            <numerusform>%Ln new memories</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <translation>
            <numerusform>%Ln changed</numerusform>
            <numerusform>%Ln changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln sessions</source>
        <translation>
            <numerusform>in %Ln session</numerusform>
            <numerusform>in %Ln sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln memories</source>
        <translation>
            <numerusform>%Ln memory</numerusform>
            <numerusform>%Ln memories</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sessions</source>
        <translation>
            <numerusform>%Ln session</numerusform>
            <numerusform>%Ln sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed at their source</source>
        <translation>
            <numerusform>%Ln changed at its source</numerusform>
            <numerusform>%Ln changed at their source</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are here already</source>
        <translation>
            <numerusform>%Ln is here already</numerusform>
            <numerusform>%Ln are here already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of these stay in the trash</source>
        <translation>
            <numerusform>%Ln of these stays in the trash</numerusform>
            <numerusform>%Ln of these stay in the trash</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of these come back from the trash</source>
        <translation>
            <numerusform>%Ln of these comes back from the trash</numerusform>
            <numerusform>%Ln of these come back from the trash</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln say the same as another one</source>
        <translation>
            <numerusform>%Ln says the same as another one</numerusform>
            <numerusform>%Ln say the same as another one</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are empty</source>
        <translation>
            <numerusform>%Ln is empty</numerusform>
            <numerusform>%Ln are empty</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are texts that only machines write</source>
        <translation>
            <numerusform>%Ln is a text that only machines write</numerusform>
            <numerusform>%Ln are texts that only machines write</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln very long outputs of tools</source>
        <translation>
            <numerusform>%Ln very long output of a tool</numerusform>
            <numerusform>%Ln very long outputs of tools</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries can’t be read</source>
        <translation>
            <numerusform>%Ln entry can’t be read</numerusform>
            <numerusform>%Ln entries can’t be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln secrets are in these texts</source>
        <translation>
            <numerusform>%Ln secret is in these texts</numerusform>
            <numerusform>%Ln secrets are in these texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bring in %Ln memories</source>
        <translation>
            <numerusform>Bring in %Ln memory</numerusform>
            <numerusform>Bring in %Ln memories</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries could not be taken as they are</source>
        <translation>
            <numerusform>%Ln entry could not be taken as it is</numerusform>
            <numerusform>%Ln entries could not be taken as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more; save the list to see them all</source>
        <translation>
            <numerusform>and %Ln more; save the list to see them all</numerusform>
            <numerusform>and %Ln more; save the list to see them all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Taken back: %Ln memories are in the trash.</source>
        <translation>
            <numerusform>Taken back: %Ln memory is in the trash.</numerusform>
            <numerusform>Taken back: %Ln memories are in the trash.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them within a week</source>
        <translation>
            <numerusform>%Ln of them within a week</numerusform>
            <numerusform>%Ln of them within a week</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 itself deletes files after %Ln days</source>
        <translation>
            <numerusform>%1 itself deletes files after %Ln day</numerusform>
            <numerusform>%1 itself deletes files after %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved: a list of %Ln entries.</source>
        <translation>
            <numerusform>Saved: a list of %Ln entry.</numerusform>
            <numerusform>Saved: a list of %Ln entries.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln former versions</source>
        <translation>
            <numerusform>%Ln former version</numerusform>
            <numerusform>%Ln former versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sessions as a whole</source>
        <translation>
            <numerusform>%Ln session as a whole</numerusform>
            <numerusform>%Ln sessions as a whole</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln facts</source>
        <translation>
            <numerusform>%Ln fact</numerusform>
            <numerusform>%Ln facts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln links of the graph</source>
        <translation>
            <numerusform>%Ln link of the graph</numerusform>
            <numerusform>%Ln links of the graph</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln digests</source>
        <translation>
            <numerusform>%Ln digest</numerusform>
            <numerusform>%Ln digests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln patterns</source>
        <translation>
            <numerusform>%Ln pattern</numerusform>
            <numerusform>%Ln patterns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them also speak of others</source>
        <translation>
            <numerusform>%Ln of them also speaks of others</numerusform>
            <numerusform>%Ln of them also speak of others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more that speak of others</source>
        <translation>
            <numerusform>and %Ln more that speaks of others</numerusform>
            <numerusform>and %Ln more that speak of others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The name stays in %Ln titles</source>
        <translation>
            <numerusform>The name stays in %Ln title</numerusform>
            <numerusform>The name stays in %Ln titles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Also %Ln memories in which only the name stands</source>
        <translation>
            <numerusform>Also %Ln memory in which only the name stands</numerusform>
            <numerusform>Also %Ln memories in which only the name stands</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln backups and other copies</source>
        <translation>
            <numerusform>%Ln backup</numerusform>
            <numerusform>%Ln backups and other copies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln drafts that share its text</source>
        <translation>
            <numerusform>%Ln draft that shares its text</numerusform>
            <numerusform>%Ln drafts that share its text</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln saved searches that share its text</source>
        <translation>
            <numerusform>%Ln saved search that shares its text</numerusform>
            <numerusform>%Ln saved searches that share its text</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more files</source>
        <translation>
            <numerusform>and %Ln more file</numerusform>
            <numerusform>and %Ln more files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ForgetFigures</name>
    <message numerus="yes">
        <source>%Ln facts</source>
        <translation>
            <numerusform>%Ln fact</numerusform>
            <numerusform>%Ln facts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln links between names</source>
        <translation>
            <numerusform>%Ln link between names</numerusform>
            <numerusform>%Ln links between names</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln digests</source>
        <translation>
            <numerusform>%Ln digest</numerusform>
            <numerusform>%Ln digests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln patterns</source>
        <translation>
            <numerusform>%Ln pattern</numerusform>
            <numerusform>%Ln patterns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more files</source>
        <translation>
            <numerusform>and %Ln more file</numerusform>
            <numerusform>and %Ln more files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ManyBar</name>
    <message numerus="yes">
        <source>%Ln chosen</source>
        <translation>
            <numerusform>%Ln chosen</numerusform>
            <numerusform>%Ln chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SleepFigures</name>
    <message numerus="yes">
        <source>%Ln runs</source>
        <translation>
            <numerusform>%Ln run</numerusform>
            <numerusform>%Ln runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln digests</source>
        <translation>
            <numerusform>%Ln digest</numerusform>
            <numerusform>%Ln digests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln patterns</source>
        <translation>
            <numerusform>%Ln pattern</numerusform>
            <numerusform>%Ln patterns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln kept for good</source>
        <translation>
            <numerusform>%Ln kept for good</numerusform>
            <numerusform>%Ln kept for good</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln faded</source>
        <translation>
            <numerusform>%Ln faded</numerusform>
            <numerusform>%Ln faded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln said twice</source>
        <translation>
            <numerusform>%Ln said twice</numerusform>
            <numerusform>%Ln said twice</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out: not as they were</source>
        <translation>
            <numerusform>%Ln left out: not as it was</numerusform>
            <numerusform>%Ln left out: not as they were</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln memories wait for the next run</source>
        <translation>
            <numerusform>%Ln memory waits for the next run</numerusform>
            <numerusform>%Ln memories wait for the next run</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln contradictions</source>
        <translation>
            <numerusform>%Ln contradiction</numerusform>
            <numerusform>%Ln contradictions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sentences</source>
        <translation>
            <numerusform>%Ln sentence</numerusform>
            <numerusform>%Ln sentences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from %Ln memories</source>
        <translation>
            <numerusform>from %Ln memory</numerusform>
            <numerusform>from %Ln memories</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln memories</source>
        <translation>
            <numerusform>in %Ln memory</numerusform>
            <numerusform>in %Ln memories</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The run is undone: %Ln memories stand as before.</source>
        <translation>
            <numerusform>The run is undone: %Ln memory stands as before.</numerusform>
            <numerusform>The run is undone: %Ln memories stand as before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln others</source>
        <comment>things that rest on a run</comment>
        <translation>
            <numerusform>%Ln other</numerusform>
            <numerusform>%Ln others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message numerus="yes">
        <source>%Ln memories in the trash go for good from %1 on.</source>
        <translation>
            <numerusform>%Ln memory in the trash goes for good on %1.</numerusform>
            <numerusform>%Ln memories in the trash go for good from %1 on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new memories today</source>
        <translation>
            <numerusform>%Ln new memory today</numerusform>
            <numerusform>%Ln new memories today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln promoted</source>
        <translation>
            <numerusform>%Ln promoted</numerusform>
            <numerusform>%Ln promoted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln let go</source>
        <translation>
            <numerusform>%Ln let go</numerusform>
            <numerusform>%Ln let go</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhyFigures</name>
    <message numerus="yes">
        <source>%Ln former texts stand behind it</source>
        <translation>
            <numerusform>%Ln former text stands behind it</numerusform>
            <numerusform>%Ln former texts stand behind it</numerusform>
        </translation>
    </message>
</context>
</TS>
