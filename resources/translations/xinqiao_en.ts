<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CorrectionsDialog</name>
    <message numerus="yes">
        <source>Removed %n correction(s).</source>
        <translation>
            <numerusform>Removed one correction.</numerusform>
            <numerusform>Removed %n corrections.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wrote %n line(s) to {path}.</source>
        <translation>
            <numerusform>Wrote one line to {path}.</numerusform>
            <numerusform>Wrote %n lines to {path}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Took in %n correction(s).</source>
        <translation>
            <numerusform>Took in one correction.</numerusform>
            <numerusform>Took in %n corrections.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) were left out:</source>
        <translation>
            <numerusform>One line was left out:</numerusform>
            <numerusform>%n lines were left out:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier correction(s) no longer count.</source>
        <translation>
            <numerusform>One earlier correction no longer counts.</numerusform>
            <numerusform>%n earlier corrections no longer count.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them belong to posts that are not here.</source>
        <translation>
            <numerusform>One of them belongs to a post that is not here.</numerusform>
            <numerusform>%n of them belong to posts that are not here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message numerus="yes">
        <source>Wrote %n line(s) to {path}.</source>
        <translation>
            <numerusform>Wrote %n line to {path}.</numerusform>
            <numerusform>Wrote %n lines to {path}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GlossCard</name>
    <message numerus="yes">
        <source>Seen %n time(s) in your library</source>
        <translation>
            <numerusform>Seen once in your library</numerusform>
            <numerusform>Seen %n times in your library</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GlossaryDialog</name>
    <message numerus="yes">
        <source>Kept %n term(s).</source>
        <translation>
            <numerusform>Kept %n term.</numerusform>
            <numerusform>Kept %n terms.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) were left out:</source>
        <translation>
            <numerusform>%n line was left out:</numerusform>
            <numerusform>%n lines were left out:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wrote %n line(s) to {path}.</source>
        <translation>
            <numerusform>Wrote %n line to {path}.</numerusform>
            <numerusform>Wrote %n lines to {path}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeptSection</name>
    <message numerus="yes">
        <source>%n sentence(s) are kept</source>
        <translation>
            <numerusform>%n sentence is kept</numerusform>
            <numerusform>%n sentences are kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are your own and are never forgotten.</source>
        <translation>
            <numerusform>%n is your own and is never forgotten.</numerusform>
            <numerusform>%n are your own and are never forgotten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The glossary has %n term(s).</source>
        <translation>
            <numerusform>The glossary has %n term.</numerusform>
            <numerusform>The glossary has %n terms.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LevelsDialog</name>
    <message numerus="yes">
        <source>%n word(s) will be marked as known.</source>
        <translation>
            <numerusform>%n word will be marked as known.</numerusform>
            <numerusform>%n words will be marked as known.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryActions</name>
    <message numerus="yes">
        <source>Removed %n post(s).</source>
        <translation>
            <numerusform>Post removed.</numerusform>
            <numerusform>Removed %n posts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sample post(s) are back.</source>
        <translation>
            <numerusform>%n sample post is back.</numerusform>
            <numerusform>%n sample posts are back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryPane</name>
    <message numerus="yes">
        <source>Remove %n post(s)</source>
        <translation>
            <numerusform>Remove this post</numerusform>
            <numerusform>Remove %n posts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModelActions</name>
    <message numerus="yes">
        <source>Forgot %n translation(s); your own are all there.</source>
        <translation>
            <numerusform>Forgot %n translation; your own are all there.</numerusform>
            <numerusform>Forgot %n translations; your own are all there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OccurrencesDialog</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>once</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n post(s)</source>
        <translation>
            <numerusform>in one post</numerusform>
            <numerusform>in %n posts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OffersSection</name>
    <message numerus="yes">
        <source>%n package(s), as of {moment}.</source>
        <translation>
            <numerusform>%n package, as of {moment}.</numerusform>
            <numerusform>%n packages, as of {moment}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Senses</name>
    <message numerus="yes">
        <source>%n more meaning(s)</source>
        <translation>
            <numerusform>%n more meaning</numerusform>
            <numerusform>%n more meanings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SlangDialog</name>
    <message numerus="yes">
        <source>Removed %n slang entry(s).</source>
        <translation>
            <numerusform>Removed one slang entry.</numerusform>
            <numerusform>Removed %n slang entries.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Took in %n slang entry(s).</source>
        <translation>
            <numerusform>Took in one slang entry.</numerusform>
            <numerusform>Took in %n slang entries.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were there already.</source>
        <translation>
            <numerusform>One was there already.</numerusform>
            <numerusform>%n were there already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) were left out:</source>
        <translation>
            <numerusform>One line was left out:</numerusform>
            <numerusform>%n lines were left out:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wrote %n line(s) to {path}.</source>
        <translation>
            <numerusform>Wrote one line to {path}.</numerusform>
            <numerusform>Wrote %n lines to {path}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StrokeDialog</name>
    <message numerus="yes">
        <source>%n stroke(s)</source>
        <translation>
            <numerusform>%n stroke</numerusform>
            <numerusform>%n strokes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WordPanel</name>
    <message numerus="yes">
        <source>%n encounter(s)</source>
        <translation>
            <numerusform>%n encounter</numerusform>
            <numerusform>%n encounters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WordsPage</name>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n word(s)</source>
        <translation>
            <numerusform>Remove this word</numerusform>
            <numerusform>Remove %n words</numerusform>
        </translation>
    </message>
</context>
</TS>
