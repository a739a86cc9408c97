<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Alternatives</name>
    <message>
        <source>Translating again …</source>
        <translation>正在重新翻译…</translation>
    </message>
</context>
<context>
    <name>AlternativesDialog</name>
    <message>
        <source>Other translations</source>
        <translation>其他译法</translation>
    </message>
    <message>
        <source>Word by word</source>
        <translation>逐词</translation>
    </message>
    <message>
        <source>Word by word, from the dictionary</source>
        <translation>逐词释义（来自词典）</translation>
    </message>
    <message>
        <source>Looking for other translations …</source>
        <translation>正在寻找其他译法…</translation>
    </message>
    <message>
        <source>Edit by hand…</source>
        <translation>手动编辑…</translation>
    </message>
    <message>
        <source>Translate again</source>
        <translation>重新翻译</translation>
    </message>
    <message>
        <source>Compare models…</source>
        <translation>比较模型…</translation>
    </message>
    <message>
        <source>Use this one</source>
        <translation>采用此译法</translation>
    </message>
    <message>
        <source>This is your own translation.</source>
        <translation>这是你自己的译文。</translation>
    </message>
    <message>
        <source>Choose one to keep it as your own:</source>
        <translation>选择一条，保存为你自己的译文：</translation>
    </message>
    <message>
        <source>The model has no other translation of this sentence.</source>
        <translation>模型没有这句话的其他译法。</translation>
    </message>
</context>
<context>
    <name>Badges</name>
    <message>
        <source>HSK 2.0 (2012)</source>
        <translation>HSK 2.0（2012）</translation>
    </message>
    <message>
        <source>HSK 3.0 (GF0025-2021)</source>
        <translation>HSK 3.0（GF0025-2021）</translation>
    </message>
    <message>
        <source>HSK syllabus of 2025</source>
        <translation>HSK 2025 年大纲</translation>
    </message>
    <message>
        <source>very common</source>
        <translation>极常用</translation>
    </message>
    <message>
        <source>common</source>
        <translation>常用</translation>
    </message>
    <message>
        <source>uncommon</source>
        <translation>不太常用</translation>
    </message>
    <message>
        <source>rare</source>
        <translation>少见</translation>
    </message>
    <message>
        <source>new</source>
        <translation>生词</translation>
    </message>
    <message>
        <source>learning</source>
        <translation>在学</translation>
    </message>
    <message>
        <source>known</source>
        <translation>认识</translation>
    </message>
    <message>
        <source>ignored</source>
        <translation>忽略</translation>
    </message>
</context>
<context>
    <name>CardHead</name>
    <message>
        <source>Stroke order</source>
        <translation>笔顺</translation>
    </message>
    <message>
        <source>Stroke order (B)</source>
        <translation>笔顺（B）</translation>
    </message>
    <message>
        <source>More to do with this word</source>
        <translation>这个词的更多操作</translation>
    </message>
</context>
<context>
    <name>CardMenu</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Speak	V</source>
        <translation>朗读	V</translation>
    </message>
    <message>
        <source>Speak the sentence	Shift+V</source>
        <translation>朗读整句	Shift+V</translation>
    </message>
    <message>
        <source>Where it was seen…	W</source>
        <translation>见于何处…	W</translation>
    </message>
    <message>
        <source>Stroke order…	B</source>
        <translation>笔顺…	B</translation>
    </message>
    <message>
        <source>Merge with the next word	M</source>
        <translation>与下一个词合并	M</translation>
    </message>
    <message>
        <source>Merge in every post	Shift+M</source>
        <translation>在所有帖子中合并	Shift+M</translation>
    </message>
    <message>
        <source>Split…	X</source>
        <translation>拆分…	X</translation>
    </message>
    <message>
        <source>Use this reading here	U</source>
        <translation>此处采用这个切法	U</translation>
    </message>
    <message>
        <source>Use this reading in every post	Shift+U</source>
        <translation>在所有帖子中采用	Shift+U</translation>
    </message>
    <message>
        <source>Change the pinyin…</source>
        <translation>修改拼音…</translation>
    </message>
    <message>
        <source>Write your own meaning…</source>
        <translation>写下自己的释义…</translation>
    </message>
    <message>
        <source>Edit slang…</source>
        <translation>编辑网络用语…</translation>
    </message>
</context>
<context>
    <name>Chips</name>
    <message>
        <source>Read as {word}</source>
        <translation>读作{word}</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>Compare models</source>
        <translation>比较模型</translation>
    </message>
    <message>
        <source>Left model</source>
        <translation>左侧模型</translation>
    </message>
    <message>
        <source>Right model</source>
        <translation>右侧模型</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Looking for models …</source>
        <translation>正在查找模型…</translation>
    </message>
    <message>
        <source>Translations</source>
        <translation>译文</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>Translating …</source>
        <translation>正在翻译…</translation>
    </message>
    <message>
        <source>There is only one model on this machine. Get more on the Models page.</source>
        <translation>本机只有一个模型。可在“模型”页获取更多。</translation>
    </message>
</context>
<context>
    <name>Copying</name>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
</context>
<context>
    <name>CorrectionDialog</name>
    <message>
        <source>In this post</source>
        <translation>仅此帖</translation>
    </message>
    <message>
        <source>In every post</source>
        <translation>所有帖子</translation>
    </message>
</context>
<context>
    <name>CorrectionsDialog</name>
    <message>
        <source>Corrections</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>词语</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>更正为</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation>句子</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>No corrections yet. Tap a word, then merge (M), split (X) or choose another (U).</source>
        <translation>还没有更正。点一个词，然后合并（M）、拆分（X）或改用其他切法（U）。</translation>
    </message>
    <message>
        <source>one word</source>
        <translation>合为一词</translation>
    </message>
    <message>
        <source>{correction} — a later one counts</source>
        <translation>{correction}（以后来的为准）</translation>
    </message>
    <message>
        <source>every post</source>
        <translation>所有帖子</translation>
    </message>
    <message>
        <source>a post that is gone</source>
        <translation>已删除的帖子</translation>
    </message>
    <message>
        <source>one post</source>
        <translation>某一帖</translation>
    </message>
    <message numerus="yes">
        <source>Removed %n correction(s).</source>
        <translation>
            <numerusform>已移除 %n 条更正。</numerusform>
        </translation>
    </message>
    <message>
        <source>Export corrections</source>
        <translation>导出更正</translation>
    </message>
    <message numerus="yes">
        <source>Wrote %n line(s) to {path}.</source>
        <translation>
            <numerusform>已写入 %n 行到 {path}。</numerusform>
        </translation>
    </message>
    <message>
        <source>Import corrections</source>
        <translation>导入更正</translation>
    </message>
    <message numerus="yes">
        <source>Took in %n correction(s).</source>
        <translation>
            <numerusform>已导入 %n 条更正。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) were left out:</source>
        <translation>
            <numerusform>有 %n 行未导入：</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier correction(s) no longer count.</source>
        <translation>
            <numerusform>有 %n 条较早的更正不再有效。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them belong to posts that are not here.</source>
        <translation>
            <numerusform>其中 %n 条所属的帖子不在这里。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message numerus="yes">
        <source>Wrote %n line(s) to {path}.</source>
        <translation>
            <numerusform>已将 %n 条写入 {path}。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DisplayMenus</name>
    <message>
        <source>nǐ hǎo: with marks	Z</source>
        <translation>nǐ hǎo：声调符号	Z</translation>
    </message>
    <message>
        <source>ni3 hao3: with numbers</source>
        <translation>ni3 hao3：数字标调</translation>
    </message>
    <message>
        <source>ㄋㄧˇ ㄏㄠˇ: zhuyin</source>
        <translation>ㄋㄧˇ ㄏㄠˇ：注音</translation>
    </message>
    <message>
        <source>Tones as they are said (bú shì, ní hǎo)</source>
        <translation>按实际读音标变调（bú shì、ní hǎo）</translation>
    </message>
    <message>
        <source>Colours of the tones</source>
        <translation>声调颜色</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>As in Pleco</source>
        <translation>同 Pleco</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>Choose your own…</source>
        <translation>选择自己的颜色…</translation>
    </message>
    <message>
        <source>Characters as written	J</source>
        <translation>按原文字形	J</translation>
    </message>
    <message>
        <source>Simplified 简体</source>
        <translation>简体</translation>
    </message>
    <message>
        <source>Traditional 繁體</source>
        <translation>繁體</translation>
    </message>
    <message>
        <source>In this post</source>
        <translation>仅此帖</translation>
    </message>
    <message>
        <source>As everywhere</source>
        <translation>同总设置</translation>
    </message>
    <message>
        <source>As written</source>
        <translation>按原文</translation>
    </message>
</context>
<context>
    <name>Doubts</name>
    <message>
        <source>The model gave no answer.</source>
        <translation>模型没有给出译文。</translation>
    </message>
    <message>
        <source>The translation repeats itself.</source>
        <translation>译文有重复。</translation>
    </message>
    <message>
        <source>The translation is much longer or shorter than the sentence.</source>
        <translation>译文与原句长短相差太多。</translation>
    </message>
    <message>
        <source>A number may have been lost: {detail}.</source>
        <translation>可能漏掉了数字：{detail}。</translation>
    </message>
    <message>
        <source>A “not” may have been lost or added.</source>
        <translation>可能漏掉或多出了否定。</translation>
    </message>
    <message>
        <source>Some Chinese was left untranslated: {detail}.</source>
        <translation>有中文没有译出：{detail}。</translation>
    </message>
    <message>
        <source>The model was not sure of this sentence.</source>
        <translation>模型对这句话没有把握。</translation>
    </message>
    <message>
        <source>Your glossary says “{detail}”, which is not in it.</source>
        <translation>你的术语表规定译作“{detail}”，译文中没有。</translation>
    </message>
</context>
<context>
    <name>EncounterCard</name>
    <message>
        <source>Open the post at this sentence</source>
        <translation>打开帖子并跳到这句话</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this post, Chinese or English</source>
        <translation>在帖子中查找，中文或英文</translation>
    </message>
    <message>
        <source>Find in this post</source>
        <translation>在帖子中查找</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Close  Esc</source>
        <translation>关闭  Esc</translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} / {total}</translation>
    </message>
    <message>
        <source>Not in this post</source>
        <translation>帖子里没有</translation>
    </message>
</context>
<context>
    <name>GlossCard</name>
    <message>
        <source>Show every sentence (W)</source>
        <translation>显示所有句子（W）</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>认识</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>{action} (key {key})</source>
        <translation>{action}（按键 {key}）</translation>
    </message>
    <message>
        <source>Measure words: {words}</source>
        <translation>量词：{words}</translation>
    </message>
    <message>
        <source>In Taiwan: {pinyin}</source>
        <translation>台湾读音：{pinyin}</translation>
    </message>
    <message numerus="yes">
        <source>Seen %n time(s) in your library</source>
        <translation>
            <numerusform>在帖子库里出现 %n 次</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GlossController</name>
    <message>
        <source>Saved “{word}”.</source>
        <translation>已保存“{word}”。</translation>
    </message>
    <message>
        <source>Marked “{word}” as known.</source>
        <translation>已把“{word}”标为认识。</translation>
    </message>
    <message>
        <source>“{word}” is ignored from now on.</source>
        <translation>以后忽略“{word}”。</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
</context>
<context>
    <name>GlossaryDialog</name>
    <message>
        <source>Glossary</source>
        <translation>术语表</translation>
    </message>
    <message>
        <source>Names, brands and words that shall always be translated in one way. Sentences with a changed term are translated again.</source>
        <translation>人名、品牌以及总要译成同一说法的词。术语改动后，相关句子会重新翻译。</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>Chinese term</source>
        <translation>中文术语</translation>
    </message>
    <message>
        <source>always in English</source>
        <translation>固定的英文译法</translation>
    </message>
    <message>
        <source>English of the term</source>
        <translation>术语的英文</translation>
    </message>
    <message>
        <source>Keep term</source>
        <translation>保存术语</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>已撤销：{what}</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt);;All files (*)</source>
        <translation>表格 (*.csv *.tsv *.txt);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Import a glossary</source>
        <translation>导入术语表</translation>
    </message>
    <message numerus="yes">
        <source>Kept %n term(s).</source>
        <translation>
            <numerusform>已保存 %n 条术语。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) were left out:</source>
        <translation>
            <numerusform>有 %n 行未采用：</numerusform>
        </translation>
    </message>
    <message>
        <source>Line {number}: {reason}</source>
        <translation>第 {number} 行：{reason}</translation>
    </message>
    <message>
        <source>CSV (*.csv);;Tabs (*.tsv)</source>
        <translation>CSV (*.csv);;制表符分隔 (*.tsv)</translation>
    </message>
    <message>
        <source>Export the glossary</source>
        <translation>导出术语表</translation>
    </message>
    <message numerus="yes">
        <source>Wrote %n line(s) to {path}.</source>
        <translation>
            <numerusform>已写入 %n 行到 {path}。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Free software under the AGPL, version 3 or later. Nothing you read leaves this machine unless you switch a translation server on. The dictionaries, the strokes, the font and the model have licences of their own:</source>
        <translation>自由软件，采用 AGPL 第 3 版或更高版本。除非你自己打开翻译服务器，你读的内容不会离开这台电脑。词典、笔顺、字体和模型各有自己的许可证：</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>make a post from the clipboard, anywhere</source>
        <translation>随时把剪贴板做成帖子</translation>
    </message>
    <message>
        <source>make a post from a text file</source>
        <translation>把文本文件做成帖子</translation>
    </message>
    <message>
        <source>word before, next word</source>
        <translation>上一个词、下一个词</translation>
    </message>
    <message>
        <source>sentence before, next sentence</source>
        <translation>上一句、下一句</translation>
    </message>
    <message>
        <source>explain the word</source>
        <translation>解释这个词</translation>
    </message>
    <message>
        <source>save the word, mark it known, ignore it</source>
        <translation>保存、标为认识、忽略</translation>
    </message>
    <message>
        <source>merge with the next word, split it, use the chosen reading</source>
        <translation>与下一个词合并、拆分、采用所选切法</translation>
    </message>
    <message>
        <source>speak the word (Shift+V its sentence), where it was seen</source>
        <translation>朗读词语（Shift+V 朗读整句）、见于何处</translation>
    </message>
    <message>
        <source>stroke order of the word (in it: Space plays, . and , step, ← →)</source>
        <translation>词的笔顺（其中：空格播放，. 和 , 逐笔，← → 换字）</translation>
    </message>
    <message>
        <source>write a note on the word or sentence</source>
        <translation>给词或句子写笔记</translation>
    </message>
    <message>
        <source>write the sentence&apos;s translation by hand</source>
        <translation>自己写这句话的译文</translation>
    </message>
    <message>
        <source>other translations of the sentence, word by word, again</source>
        <translation>句子的其他译法、逐词释义、重新翻译</translation>
    </message>
    <message>
        <source>pinyin: off, unknown words, all</source>
        <translation>拼音：不显示、只生词、全部</translation>
    </message>
    <message>
        <source>spelling of pinyin; script: as written, simplified, traditional</source>
        <translation>拼音写法；字形：原文、简体、繁体</translation>
    </message>
    <message>
        <source>English: shown, hidden, off</source>
        <translation>英文：显示、隐藏、关闭</translation>
    </message>
    <message>
        <source>show the hidden English of a sentence</source>
        <translation>显示一句话隐藏的英文</translation>
    </message>
    <message>
        <source>larger, smaller, usual size</source>
        <translation>放大、缩小、默认大小</translation>
    </message>
    <message>
        <source>copy the selection; with Shift, its translation too</source>
        <translation>复制选中内容；加 Shift 连译文一起复制</translation>
    </message>
    <message>
        <source>find in the post</source>
        <translation>在帖子中查找</translation>
    </message>
    <message>
        <source>search the library, the words or the notes</source>
        <translation>搜索帖子、词或笔记</translation>
    </message>
    <message>
        <source>look up a word: 汉字, pinyin or English</source>
        <translation>查词：汉字、拼音或英文</translation>
    </message>
    <message>
        <source>export words or notes, on their pages</source>
        <translation>在各自页面导出词或笔记</translation>
    </message>
    <message>
        <source>new note</source>
        <translation>新笔记</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Read, Words, Notes</source>
        <translation>阅读、词汇、笔记</translation>
    </message>
    <message>
        <source>translation models</source>
        <translation>翻译模型</translation>
    </message>
    <message>
        <source>close the card, stop translating</source>
        <translation>关闭词卡，停止翻译</translation>
    </message>
</context>
<context>
    <name>ImportActions</name>
    <message>
        <source>Your library is not open, so nothing can be added to it yet.</source>
        <translation>帖子库还没有打开，暂时不能添加。</translation>
    </message>
    <message>
        <source>Open a post</source>
        <translation>打开帖子</translation>
    </message>
    <message>
        <source>Text (*.txt *.md);;All files (*)</source>
        <translation>文本 (*.txt *.md);;所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>IndexRenewal</name>
    <message>
        <source>Counting words again: {done} of {total} posts</source>
        <translation>正在重新统计词语：{done} / {total} 篇帖子</translation>
    </message>
</context>
<context>
    <name>InstalledSection</name>
    <message>
        <source>On this machine</source>
        <translation>本机上的模型</translation>
    </message>
    <message>
        <source>Install from a file…</source>
        <translation>从文件安装…</translation>
    </message>
    <message>
        <source>An .argosmodel file; it may also be dropped on the window</source>
        <translation>.argosmodel 文件；也可以拖到窗口上</translation>
    </message>
    <message>
        <source>Get more…</source>
        <translation>获取更多…</translation>
    </message>
    <message>
        <source>Asks the list of packages below on the internet</source>
        <translation>联网查询下方的模型包列表</translation>
    </message>
    <message>
        <source>Whatever suits best: an installed package, else the starter</source>
        <translation>自动选择：优先已安装的模型包，否则用入门模型</translation>
    </message>
    <message>
        <source>ships with Xinqiao</source>
        <translation>随心桥附带</translation>
    </message>
    <message>
        <source>says nothing of its licence</source>
        <translation>未注明许可证</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Update to {version}</source>
        <translation>更新到 {version}</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove {model}</source>
        <translation>移除 {model}</translation>
    </message>
</context>
<context>
    <name>KeptSection</name>
    <message>
        <source>Kept translations and glossary</source>
        <translation>已存译文与术语表</translation>
    </message>
    <message>
        <source>Forget kept translations</source>
        <translation>清除已存译文</translation>
    </message>
    <message>
        <source>They are made again when a post is opened; your own stay</source>
        <translation>打开帖子时会重新翻译；你自己写的译文保留</translation>
    </message>
    <message>
        <source>Glossary…</source>
        <translation>术语表…</translation>
    </message>
    <message>
        <source>Words that are always translated in one way</source>
        <translation>总是译成同一说法的词</translation>
    </message>
    <message numerus="yes">
        <source>%n sentence(s) are kept</source>
        <translation>
            <numerusform>已存 %n 个句子</numerusform>
        </translation>
    </message>
    <message>
        <source> ({size}), of at most {limit}. </source>
        <translation>（{size}，最多 {limit} 个）。</translation>
    </message>
    <message numerus="yes">
        <source>%n are your own and are never forgotten.</source>
        <translation>
            <numerusform>其中另有 %n 个是你自己写的，不会清除。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The glossary has %n term(s).</source>
        <translation>
            <numerusform>术语表共 %n 条。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>Arabic</source>
        <translation>阿拉伯语</translation>
    </message>
    <message>
        <source>Azerbaijani</source>
        <translation>阿塞拜疆语</translation>
    </message>
    <message>
        <source>Bulgarian</source>
        <translation>保加利亚语</translation>
    </message>
    <message>
        <source>Bengali</source>
        <translation>孟加拉语</translation>
    </message>
    <message>
        <source>Catalan</source>
        <translation>加泰罗尼亚语</translation>
    </message>
    <message>
        <source>Czech</source>
        <translation>捷克语</translation>
    </message>
    <message>
        <source>Danish</source>
        <translation>丹麦语</translation>
    </message>
    <message>
        <source>German</source>
        <translation>德语</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>希腊语</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英语</translation>
    </message>
    <message>
        <source>Esperanto</source>
        <translation>世界语</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>西班牙语</translation>
    </message>
    <message>
        <source>Estonian</source>
        <translation>爱沙尼亚语</translation>
    </message>
    <message>
        <source>Basque</source>
        <translation>巴斯克语</translation>
    </message>
    <message>
        <source>Persian</source>
        <translation>波斯语</translation>
    </message>
    <message>
        <source>Finnish</source>
        <translation>芬兰语</translation>
    </message>
    <message>
        <source>French</source>
        <translation>法语</translation>
    </message>
    <message>
        <source>Irish</source>
        <translation>爱尔兰语</translation>
    </message>
    <message>
        <source>Galician</source>
        <translation>加利西亚语</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>希伯来语</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>印地语</translation>
    </message>
    <message>
        <source>Hungarian</source>
        <translation>匈牙利语</translation>
    </message>
    <message>
        <source>Indonesian</source>
        <translation>印度尼西亚语</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>意大利语</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>日语</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>韩语</translation>
    </message>
    <message>
        <source>Kyrgyz</source>
        <translation>吉尔吉斯语</translation>
    </message>
    <message>
        <source>Lithuanian</source>
        <translation>立陶宛语</translation>
    </message>
    <message>
        <source>Latvian</source>
        <translation>拉脱维亚语</translation>
    </message>
    <message>
        <source>Malay</source>
        <translation>马来语</translation>
    </message>
    <message>
        <source>Norwegian</source>
        <translation>挪威语</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>荷兰语</translation>
    </message>
    <message>
        <source>Portuguese (Brazil)</source>
        <translation>葡萄牙语（巴西）</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>波兰语</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>葡萄牙语</translation>
    </message>
    <message>
        <source>Romanian</source>
        <translation>罗马尼亚语</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>俄语</translation>
    </message>
    <message>
        <source>Slovak</source>
        <translation>斯洛伐克语</translation>
    </message>
    <message>
        <source>Slovenian</source>
        <translation>斯洛文尼亚语</translation>
    </message>
    <message>
        <source>Albanian</source>
        <translation>阿尔巴尼亚语</translation>
    </message>
    <message>
        <source>Swedish</source>
        <translation>瑞典语</translation>
    </message>
    <message>
        <source>Swahili</source>
        <translation>斯瓦希里语</translation>
    </message>
    <message>
        <source>Tamil</source>
        <translation>泰米尔语</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>泰语</translation>
    </message>
    <message>
        <source>Tagalog</source>
        <translation>他加禄语</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>土耳其语</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>乌克兰语</translation>
    </message>
    <message>
        <source>Urdu</source>
        <translation>乌尔都语</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation>越南语</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>Chinese (traditional)</source>
        <translation>中文（繁体）</translation>
    </message>
</context>
<context>
    <name>LevelsDialog</name>
    <message>
        <source>Words you know already</source>
        <translation>已经认识的词</translation>
    </message>
    <message>
        <source>The words of these levels are marked as known, so that only what is new to you is tinted. Words that you have kept stay as they are.</source>
        <translation>把这些级别的词标为认识，只有生词才会着色。你已保存的词保持不变。</translation>
    </message>
    <message>
        <source>HSK 3.0 (2021)</source>
        <translation>HSK 3.0（2021）</translation>
    </message>
    <message>
        <source>HSK 2.0 (2012)</source>
        <translation>HSK 2.0（2012）</translation>
    </message>
    <message>
        <source>HSK syllabus of 2025</source>
        <translation>HSK 2025 年大纲</translation>
    </message>
    <message>
        <source>List</source>
        <translation>词表</translation>
    </message>
    <message>
        <source>I know</source>
        <translation>我已掌握</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Mark as known</source>
        <translation>标为认识</translation>
    </message>
    <message>
        <source>HSK {level}</source>
        <translation>HSK {level} 级</translation>
    </message>
    <message>
        <source>HSK 1 to {level}</source>
        <translation>HSK 1 至 {level} 级</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) will be marked as known.</source>
        <translation>
            <numerusform>将把 %n 个词标为认识。</numerusform>
        </translation>
    </message>
    <message>
        <source>Every word of these levels is in your vocabulary.</source>
        <translation>这些级别的词都已在你的词汇中。</translation>
    </message>
    <message>
        <source>Marking …</source>
        <translation>正在标记…</translation>
    </message>
</context>
<context>
    <name>LibraryActions</name>
    <message numerus="yes">
        <source>Removed %n post(s).</source>
        <translation>
            <numerusform>已移除 %n 篇帖子。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sample post(s) are back.</source>
        <translation>
            <numerusform>已恢复 %n 篇示例帖子。</numerusform>
        </translation>
    </message>
    <message>
        <source>The sample posts are all there.</source>
        <translation>示例帖子都在。</translation>
    </message>
    <message>
        <source>This post is in your library already.</source>
        <translation>这篇帖子已经在库里了。</translation>
    </message>
    <message>
        <source>Added to your library.</source>
        <translation>已加入帖子库。</translation>
    </message>
    <message>
        <source>This post was removed from your library.</source>
        <translation>这篇帖子已从库中移除。</translation>
    </message>
</context>
<context>
    <name>LibraryDelegate</name>
    <message>
        <source>{share} % known</source>
        <translation>认识 {share} %</translation>
    </message>
</context>
<context>
    <name>LibraryModel</name>
    <message>
        <source>unread, </source>
        <translation>未读，</translation>
    </message>
</context>
<context>
    <name>LibraryPane</name>
    <message>
        <source>Search posts</source>
        <translation>搜索帖子</translation>
    </message>
    <message>
        <source>Paste a post</source>
        <translation>粘贴帖子</translation>
    </message>
    <message>
        <source>Make a post from the clipboard (Ctrl+V)</source>
        <translation>把剪贴板做成帖子 (Ctrl+V)</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Make a post from a text file (Ctrl+O)</source>
        <translation>把文本文件做成帖子 (Ctrl+O)</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>帖子</translation>
    </message>
    <message>
        <source>Bring the sample posts back</source>
        <translation>恢复示例帖子</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>加星</translation>
    </message>
    <message>
        <source>Your library is empty.

Copy a post anywhere and press Ctrl+V, or bring the sample posts back.</source>
        <translation>帖子库是空的。

在任何地方复制一篇帖子，按 Ctrl+V；或者恢复示例帖子。</translation>
    </message>
    <message>
        <source>No post fits. Clear the search or choose All.</source>
        <translation>没有符合的帖子。请清空搜索，或选择“全部”。</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>全部 {count}</translation>
    </message>
    <message>
        <source>Unread {count}</source>
        <translation>未读 {count}</translation>
    </message>
    <message>
        <source>Remove star</source>
        <translation>取消加星</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>加星</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n post(s)</source>
        <translation>
            <numerusform>移除 %n 篇帖子</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListDialog</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Lines that were left out</source>
        <translation>未导入的行</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Line {line}: {reason}</source>
        <translation>第 {line} 行：{reason}</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>已撤销：{what}</translation>
    </message>
    <message>
        <source>Tab-separated text (*.tsv *.txt)</source>
        <translation>制表符分隔文本 (*.tsv *.txt)</translation>
    </message>
    <message>
        <source>Tab-separated text (*.tsv)</source>
        <translation>制表符分隔文本 (*.tsv)</translation>
    </message>
</context>
<context>
    <name>LookChoices</name>
    <message>
        <source>The language changes with the next start.</source>
        <translation>下次启动时切换语言。</translation>
    </message>
</context>
<context>
    <name>LookUpDialog</name>
    <message>
        <source>Look up</source>
        <translation>查词</translation>
    </message>
    <message>
        <source>汉字, pinyin (with tones or without), English</source>
        <translation>汉字、拼音（可带声调）、英文</translation>
    </message>
    <message>
        <source>Words found</source>
        <translation>找到的词</translation>
    </message>
    <message>
        <source>↑ ↓ choose, Enter explains</source>
        <translation>↑ ↓ 选择，回车查看</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>没有找到。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Preparing the translation model: {done} of {total} MB</source>
        <translation>正在准备翻译模型：{done} / {total} MB</translation>
    </message>
    <message>
        <source>Start with the newest backup</source>
        <translation>用最新的备份启动</translation>
    </message>
    <message>
        <source>Something went wrong inside Xinqiao; your library is safe.</source>
        <translation>心桥内部出了问题；你的帖子库是安全的。</translation>
    </message>
    <message>
        <source>Xinqiao ended unexpectedly last time. Report: {path}</source>
        <translation>心桥上次意外退出。报告：{path}</translation>
    </message>
</context>
<context>
    <name>ModelActions</name>
    <message>
        <source>{model} translates: what you read is sent to it.</source>
        <translation>正在用 {model} 翻译：你读的内容会发送给它。</translation>
    </message>
    <message>
        <source>{model} translates, on this machine; nothing you read leaves it.</source>
        <translation>正在用 {model} 在本机翻译；你读的内容不会离开本机。</translation>
    </message>
    <message>
        <source>{model} is being loaded …</source>
        <translation>正在载入 {model}…</translation>
    </message>
    <message>
        <source>{model} is loaded and translates.</source>
        <translation>{model} 已载入，可以翻译。</translation>
    </message>
    <message>
        <source>{model} gave its memory back; it loads again when needed.</source>
        <translation>{model} 已释放内存；需要时会重新载入。</translation>
    </message>
    <message>
        <source>{model} cannot be used: {what} Another model takes its place.</source>
        <translation>无法使用 {model}：{what}已改用另一个模型。</translation>
    </message>
    <message>
        <source>Another model translates now.</source>
        <translation>已换用另一个模型翻译。</translation>
    </message>
    <message>
        <source>Removed {model}.</source>
        <translation>已移除 {model}。</translation>
    </message>
    <message>
        <source>From now on what you read is sent to {server}.</source>
        <translation>从现在起，你读的内容会发送到 {server}。</translation>
    </message>
    <message>
        <source>Nothing you read leaves this machine any more.</source>
        <translation>你读的内容不再离开本机。</translation>
    </message>
    <message>
        <source>Translating …</source>
        <translation>正在翻译…</translation>
    </message>
    <message>
        <source>{model}, {seconds} s</source>
        <translation>{model}，{seconds} 秒</translation>
    </message>
    <message>
        <source>Asking …</source>
        <translation>正在查询…</translation>
    </message>
    <message>
        <source>{server} answers and translates Chinese to English.</source>
        <translation>{server} 有应答，可以把中文译成英文。</translation>
    </message>
    <message numerus="yes">
        <source>Forgot %n translation(s); your own are all there.</source>
        <translation>
            <numerusform>已清除 %n 条译文；你自己写的译文都还在。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Translation</source>
        <translation>翻译</translation>
    </message>
</context>
<context>
    <name>NoteActions</name>
    <message>
        <source>Note saved.</source>
        <translation>笔记已保存。</translation>
    </message>
    <message>
        <source>Export notes</source>
        <translation>导出笔记</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Note discarded.</source>
        <translation>笔记已丢弃。</translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>Note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Your note (Markdown)</source>
        <translation>你的笔记（Markdown）</translation>
    </message>
    <message>
        <source>Tags, separated by spaces</source>
        <translation>标签，用空格分开</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save note</source>
        <translation>保存笔记</translation>
    </message>
</context>
<context>
    <name>NotesPage</name>
    <message>
        <source>Search notes</source>
        <translation>搜索笔记</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>新笔记</translation>
    </message>
    <message>
        <source>Write a note (Ctrl+N)</source>
        <translation>写笔记 (Ctrl+N)</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Write the notes shown, or those selected, to a Markdown file (Ctrl+E)</source>
        <translation>把显示的或选中的笔记写入 Markdown 文件 (Ctrl+E)</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Tags, separated by spaces</source>
        <translation>标签，用空格分开</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Remove note</source>
        <translation>移除笔记</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>A note without text is not saved; remove it instead.</source>
        <translation>空笔记不会保存；可以移除它。</translation>
    </message>
    <message>
        <source>No notes yet.

Open a post, tap a word and press N to write one.</source>
        <translation>还没有笔记。

打开一篇帖子，点一个词，按 N 写一条。</translation>
    </message>
    <message>
        <source>No note fits. Clear the search.</source>
        <translation>没有符合的笔记。请清空搜索。</translation>
    </message>
    <message>
        <source>Changed {when}</source>
        <translation>修改于 {when}</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
</context>
<context>
    <name>OccurrencesDialog</name>
    <message>
        <source>Seen in your library</source>
        <translation>在帖子库中见过</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n 次，</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n post(s)</source>
        <translation>
            <numerusform>%n 篇帖子</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OffersSection</name>
    <message>
        <source>More packages</source>
        <translation>更多模型包</translation>
    </message>
    <message>
        <source>language, for example: chinese english</source>
        <translation>语言，例如：中文 英语</translation>
    </message>
    <message>
        <source>Search packages</source>
        <translation>搜索模型包</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>模型包</translation>
    </message>
    <message>
        <source>Download and install</source>
        <translation>下载并安装</translation>
    </message>
    <message>
        <source>Address of the list of packages</source>
        <translation>模型包列表的地址</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>重新查询</translation>
    </message>
    <message>
        <source>Asking {address} …</source>
        <translation>正在查询 {address}…</translation>
    </message>
    <message numerus="yes">
        <source>%n package(s), as of {moment}.</source>
        <translation>
            <numerusform>共 %n 个模型包，截至 {moment}。</numerusform>
        </translation>
    </message>
    <message>
        <source>size not known</source>
        <translation>大小未知</translation>
    </message>
</context>
<context>
    <name>PackageActions</name>
    <message>
        <source>Translation packages (*.argosmodel *.zip);;All files (*)</source>
        <translation>翻译模型包 (*.argosmodel *.zip);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Install a package</source>
        <translation>安装模型包</translation>
    </message>
    <message>
        <source>Installing {name} …</source>
        <translation>正在安装 {name}…</translation>
    </message>
    <message>
        <source>Asking for {name} …</source>
        <translation>正在请求 {name}…</translation>
    </message>
    <message>
        <source>Installed {model} {version}.</source>
        <translation>已安装 {model} {version}。</translation>
    </message>
    <message>
        <source>SHA-256 of the file: {hash}</source>
        <translation>文件的 SHA-256：{hash}</translation>
    </message>
    <message>
        <source>Installed {model}.</source>
        <translation>已安装 {model}。</translation>
    </message>
    <message>
        <source>Downloading: {done} of {total}</source>
        <translation>下载中：{done} / {total}</translation>
    </message>
    <message>
        <source>Downloading: {done}</source>
        <translation>下载中：{done}</translation>
    </message>
    <message>
        <source>Installing: {done} of {total}</source>
        <translation>安装中：{done} / {total}</translation>
    </message>
    <message>
        <source>Stopped. What was downloaded is kept for the next try.</source>
        <translation>已停止。已下载的部分会保留到下次继续。</translation>
    </message>
    <message>
        <source>Press “Ask again” to read this list.</source>
        <translation>按“重新查询”读取此列表。</translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
</context>
<context>
    <name>ReadHeader</name>
    <message>
        <source>Stop  Esc</source>
        <translation>停止  Esc</translation>
    </message>
    <message>
        <source>I know some Chinese…</source>
        <translation>我学过一些中文…</translation>
    </message>
    <message>
        <source>Mark the words of HSK levels as known, so that only new ones are tinted</source>
        <translation>把 HSK 各级的词标为认识，只有生词着色</translation>
    </message>
    <message>
        <source>Pinyin above the words (P)</source>
        <translation>词上的拼音 (P)</translation>
    </message>
    <message>
        <source>The translation (T)</source>
        <translation>译文 (T)</translation>
    </message>
    <message>
        <source>Size and colours</source>
        <translation>大小和颜色</translation>
    </message>
    <message>
        <source>Size and colours (+ and −)</source>
        <translation>大小和颜色（+ 和 −）</translation>
    </message>
    <message>
        <source>✎ Note</source>
        <translation>✎ 笔记</translation>
    </message>
    <message>
        <source>Write a note on this post</source>
        <translation>给这篇帖子写笔记</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Translating</source>
        <translation>翻译中</translation>
    </message>
    <message>
        <source>拼 Off</source>
        <translation>拼音 关</translation>
    </message>
    <message>
        <source>拼 Unknown</source>
        <translation>拼音 生词</translation>
    </message>
    <message>
        <source>拼 All</source>
        <translation>拼音 全部</translation>
    </message>
    <message>
        <source>EN Shown</source>
        <translation>英文 显示</translation>
    </message>
    <message>
        <source>EN Hidden</source>
        <translation>英文 隐藏</translation>
    </message>
    <message>
        <source>EN Off</source>
        <translation>英文 关</translation>
    </message>
    <message>
        <source>What you read is sent to {server}</source>
        <translation>你读的内容会发送到 {server}</translation>
    </message>
    <message>
        <source>Translating {done} of {total}</source>
        <translation>正在翻译 {done} / {total}</translation>
    </message>
    <message>
        <source>Stopped at {done} of {total}</source>
        <translation>停在 {done} / {total}</translation>
    </message>
    <message>
        <source>{share} % known</source>
        <translation>认识 {share} %</translation>
    </message>
    <message>
        <source>{count} improved</source>
        <translation>已改进 {count} 句</translation>
    </message>
    <message>
        <source>Sentences that came out better at a second look</source>
        <translation>再看一遍后译得更好的句子</translation>
    </message>
    <message>
        <source>No pinyin</source>
        <translation>不显示拼音</translation>
    </message>
    <message>
        <source>Above words you do not know</source>
        <translation>只在不认识的词上</translation>
    </message>
    <message>
        <source>Above every word</source>
        <translation>在每个词上</translation>
    </message>
    <message>
        <source>Colour the tones</source>
        <translation>用颜色区分声调</translation>
    </message>
    <message>
        <source>English shown</source>
        <translation>显示英文</translation>
    </message>
    <message>
        <source>Hidden until asked (Space)</source>
        <translation>先隐藏（空格显示）</translation>
    </message>
    <message>
        <source>No English</source>
        <translation>不要英文</translation>
    </message>
    <message>
        <source>Larger	+</source>
        <translation>放大	+</translation>
    </message>
    <message>
        <source>Smaller	−</source>
        <translation>缩小	−</translation>
    </message>
    <message>
        <source>Usual size	0</source>
        <translation>默认大小	0</translation>
    </message>
    <message>
        <source>Colours of the system</source>
        <translation>跟随系统颜色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Language of the system</source>
        <translation>跟随系统语言</translation>
    </message>
    <message>
        <source>Find in this post	Ctrl+F</source>
        <translation>在帖子中查找	Ctrl+F</translation>
    </message>
    <message>
        <source>Copy the post with its translation</source>
        <translation>复制帖子和译文</translation>
    </message>
    <message>
        <source>Edit this sentence&apos;s translation…	E</source>
        <translation>修改这句话的译文…	E</translation>
    </message>
    <message>
        <source>Words you know already…</source>
        <translation>已经认识的词…</translation>
    </message>
    <message>
        <source>Corrections…</source>
        <translation>更正…</translation>
    </message>
    <message>
        <source>Slang…</source>
        <translation>网络用语…</translation>
    </message>
    <message>
        <source>Other translations…	D</source>
        <translation>其他译法…	D</translation>
    </message>
    <message>
        <source>Compare two models…</source>
        <translation>比较两个模型…</translation>
    </message>
    <message>
        <source>Star or unstar</source>
        <translation>加星或取消</translation>
    </message>
    <message>
        <source>Remove from the library</source>
        <translation>从库中移除</translation>
    </message>
</context>
<context>
    <name>ReadPage</name>
    <message>
        <source>Choose a post, or copy one anywhere and press Ctrl+V.</source>
        <translation>选一篇帖子，或在任何地方复制一篇再按 Ctrl+V。</translation>
    </message>
    <message>
        <source>评论 {count} · Comments</source>
        <translation>评论 {count}</translation>
    </message>
    <message>
        <source>author</source>
        <translation>作者</translation>
    </message>
</context>
<context>
    <name>ReaderView</name>
    <message>
        <source>Post with its translation</source>
        <translation>帖子和译文</translation>
    </message>
</context>
<context>
    <name>Registers</name>
    <message>
        <source>affectionate</source>
        <translation>亲昵</translation>
    </message>
    <message>
        <source>complaining</source>
        <translation>吐槽</translation>
    </message>
    <message>
        <source>fandom</source>
        <translation>饭圈</translation>
    </message>
    <message>
        <source>gaming</source>
        <translation>游戏</translation>
    </message>
    <message>
        <source>insulting</source>
        <translation>骂人</translation>
    </message>
    <message>
        <source>ironic</source>
        <translation>反讽</translation>
    </message>
    <message>
        <source>neutral</source>
        <translation>中性</translation>
    </message>
    <message>
        <source>platform</source>
        <translation>平台用语</translation>
    </message>
    <message>
        <source>playful</source>
        <translation>俏皮</translation>
    </message>
    <message>
        <source>shopping</source>
        <translation>购物</translation>
    </message>
    <message>
        <source>vulgar</source>
        <translation>粗俗</translation>
    </message>
    <message>
        <source>workplace</source>
        <translation>职场</translation>
    </message>
</context>
<context>
    <name>RunningSection</name>
    <message>
        <source>How it runs</source>
        <translation>运行方式</translation>
    </message>
    <message>
        <source>Other languages come by way of English, with a package from English installed</source>
        <translation>其他语言经由英文翻译，需要安装从英文翻译的模型包</translation>
    </message>
    <message>
        <source>one for each core</source>
        <translation>每核一个</translation>
    </message>
    <message>
        <source>what suits the model</source>
        <translation>适合模型的宽度</translation>
    </message>
    <message>
        <source>1 (fastest)</source>
        <translation>1（最快）</translation>
    </message>
    <message>
        <source>4 (slowest)</source>
        <translation>4（最慢）</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>Read in</source>
        <translation>阅读语言</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程数</translation>
    </message>
    <message>
        <source>Width of the search</source>
        <translation>搜索宽度</translation>
    </message>
    <message>
        <source>Give memory back after</source>
        <translation>空闲多久后释放内存</translation>
    </message>
    <message>
        <source>Go over unsure sentences again, with more care, while idle</source>
        <translation>空闲时更仔细地重译没有把握的句子</translation>
    </message>
    <message>
        <source>English is there sooner; what the model was unsure of is bettered afterwards.</source>
        <translation>译文更快出现；模型没有把握的句子随后再改进。</translation>
    </message>
    <message>
        <source>Of the second look, or of the only one. Wider is better and slower.</source>
        <translation>指第二遍翻译（或仅有的一遍）的搜索宽度。越宽译得越好，也越慢。</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>{code} (no package installed)</source>
        <translation>{code}（未安装模型包）</translation>
    </message>
</context>
<context>
    <name>Senses</name>
    <message>
        <source>Not in the dictionary.</source>
        <translation>词典里没有。</translation>
    </message>
    <message>
        <source>fewer meanings</source>
        <translation>收起</translation>
    </message>
    <message numerus="yes">
        <source>%n more meaning(s)</source>
        <translation>
            <numerusform>还有 %n 个意思</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServerSection</name>
    <message>
        <source>A server instead</source>
        <translation>改用服务器</translation>
    </message>
    <message>
        <source>Off, nothing you read leaves this machine. On, every sentence you open is sent to the server below, which speaks the LibreTranslate interface.</source>
        <translation>关闭时，你读的内容不会离开本机。开启后，你打开的每个句子都会发送到下面的服务器（使用 LibreTranslate 接口）。</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>服务器地址</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Translate by this server: the text leaves this machine</source>
        <translation>用此服务器翻译：文字会离开本机</translation>
    </message>
    <message>
        <source>Check the server</source>
        <translation>检查服务器</translation>
    </message>
    <message>
        <source>Asks for its languages; sends no text</source>
        <translation>只查询支持的语言，不发送文字</translation>
    </message>
    <message>
        <source>Write the server&apos;s address first.</source>
        <translation>请先填写服务器地址。</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Read</source>
        <translation>阅读</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词汇</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Translation models (Ctrl+5)</source>
        <translation>翻译模型 (Ctrl+5)</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Keys and help (F1)</source>
        <translation>按键和帮助 (F1)</translation>
    </message>
</context>
<context>
    <name>SlangDialog</name>
    <message>
        <source>Slang</source>
        <translation>网络用语</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>词条</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>释义</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>语体</translation>
    </message>
    <message>
        <source>Other spellings</source>
        <translation>其他写法</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>you</source>
        <translation>你</translation>
    </message>
    <message>
        <source>Xinqiao</source>
        <translation>心桥</translation>
    </message>
    <message>
        <source>Kept “{term}”.</source>
        <translation>已保存“{term}”。</translation>
    </message>
    <message numerus="yes">
        <source>Removed %n slang entry(s).</source>
        <translation>
            <numerusform>已移除 %n 条网络用语。</numerusform>
        </translation>
    </message>
    <message>
        <source>Import slang</source>
        <translation>导入网络用语</translation>
    </message>
    <message numerus="yes">
        <source>Took in %n slang entry(s).</source>
        <translation>
            <numerusform>已导入 %n 条网络用语。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were there already.</source>
        <translation>
            <numerusform>%n 条已经存在。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) were left out:</source>
        <translation>
            <numerusform>有 %n 行未导入：</numerusform>
        </translation>
    </message>
    <message>
        <source>Export slang</source>
        <translation>导出网络用语</translation>
    </message>
    <message numerus="yes">
        <source>Wrote %n line(s) to {path}.</source>
        <translation>
            <numerusform>已写入 %n 行到 {path}。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SlangEntryDialog</name>
    <message>
        <source>Slang entry</source>
        <translation>网络用语词条</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>词条</translation>
    </message>
    <message>
        <source>Other spellings (a | b)</source>
        <translation>其他写法（a | b）</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>释义</translation>
    </message>
    <message>
        <source>Pinyin (numbers)</source>
        <translation>拼音（数字标调）</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>语体</translation>
    </message>
    <message>
        <source>Literally</source>
        <translation>字面意思</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>例句</translation>
    </message>
    <message>
        <source>Its English</source>
        <translation>例句英文</translation>
    </message>
</context>
<context>
    <name>SplitDialog</name>
    <message>
        <source>Split a word</source>
        <translation>拆分词语</translation>
    </message>
    <message>
        <source>Where to split</source>
        <translation>在哪里拆分</translation>
    </message>
</context>
<context>
    <name>StrokeDialog</name>
    <message>
        <source>Stroke order</source>
        <translation>笔顺</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一笔</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一笔</translation>
    </message>
    <message>
        <source>Still</source>
        <translation>静止</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>慢</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>中</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>快</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>Strokes of {character}</source>
        <translation>“{character}”的笔顺</translation>
    </message>
    <message>
        <source>The order of strokes is not known for “{character}”.</source>
        <translation>没有“{character}”的笔顺资料。</translation>
    </message>
    <message numerus="yes">
        <source>%n stroke(s)</source>
        <translation>
            <numerusform>%n 画</numerusform>
        </translation>
    </message>
    <message>
        <source>Stroke {number} of {count}</source>
        <translation>第 {number} 笔，共 {count} 笔</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>{action}  Space</source>
        <translation>{action}  空格</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>撤销 (Ctrl+Z)</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可撤销的操作。</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>已撤销：{what}</translation>
    </message>
</context>
<context>
    <name>TonesDialog</name>
    <message>
        <source>Colours of the tones</source>
        <translation>声调颜色</translation>
    </message>
    <message>
        <source>Colour of {tone}</source>
        <translation>{tone} 的颜色</translation>
    </message>
    <message>
        <source>Choose the colour of {tone}</source>
        <translation>选择 {tone} 的颜色</translation>
    </message>
    <message>
        <source>The five tones in these colours</source>
        <translation>用这些颜色显示的五个声调</translation>
    </message>
    <message>
        <source>Standard colours</source>
        <translation>标准颜色</translation>
    </message>
    <message>
        <source>Hard to read here: {tones}</source>
        <translation>在此背景上不易看清：{tones}</translation>
    </message>
    <message>
        <source>A colour is written #rrggbb, such as #c8372d.</source>
        <translation>颜色写作 #rrggbb，例如 #c8372d。</translation>
    </message>
</context>
<context>
    <name>Translating</name>
    <message>
        <source>Not translated: {what}</source>
        <translation>没有翻译：{what}</translation>
    </message>
</context>
<context>
    <name>TranslationDialog</name>
    <message>
        <source>Translation</source>
        <translation>译文</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Back to the model&apos;s</source>
        <translation>恢复模型的译文</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Keep translation</source>
        <translation>保存译文</translation>
    </message>
</context>
<context>
    <name>TranslationEdits</name>
    <message>
        <source>Translation kept.</source>
        <translation>译文已保存。</translation>
    </message>
    <message>
        <source>The model&apos;s translation is back.</source>
        <translation>已恢复模型的译文。</translation>
    </message>
</context>
<context>
    <name>TrySection</name>
    <message>
        <source>Try it</source>
        <translation>试一试</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>Chinese to try</source>
        <translation>要试译的中文</translation>
    </message>
    <message>
        <source>Model to try</source>
        <translation>要试用的模型</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>翻译</translation>
    </message>
    <message>
        <source>the model in use</source>
        <translation>正在使用的模型</translation>
    </message>
</context>
<context>
    <name>VocabularyActions</name>
    <message>
        <source>Export words</source>
        <translation>导出词汇</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
</context>
<context>
    <name>WordChanges</name>
    <message>
        <source>“{word}” is the word here already. Choose another reading first.</source>
        <translation>这里已经是“{word}”了。请先选择其他切法。</translation>
    </message>
    <message>
        <source>“{word}” is one character.</source>
        <translation>“{word}”只有一个字。</translation>
    </message>
    <message>
        <source>Pinyin of a word</source>
        <translation>词语的拼音</translation>
    </message>
    <message>
        <source>Syllables apart, with marks or numbers: nǐ hǎo, ni3 hao3.</source>
        <translation>音节分开写，用声调符号或数字：nǐ hǎo、ni3 hao3。</translation>
    </message>
    <message>
        <source>Meaning of a word</source>
        <translation>词语的释义</translation>
    </message>
    <message>
        <source>Shown first on the card, before slang and dictionary.</source>
        <translation>在卡片上最先显示，先于网络用语和词典。</translation>
    </message>
    <message>
        <source>Kept “{term}”.</source>
        <translation>已保存“{term}”。</translation>
    </message>
    <message>
        <source>in every post</source>
        <translation>在所有帖子中</translation>
    </message>
    <message>
        <source>in this post</source>
        <translation>在此帖中</translation>
    </message>
    <message>
        <source>Corrected {where}: {what}.</source>
        <translation>已{where}更正：{what}。</translation>
    </message>
    <message>
        <source>It takes the place of an earlier correction.</source>
        <translation>它取代了先前的一条更正。</translation>
    </message>
</context>
<context>
    <name>WordPanel</name>
    <message>
        <source>Choose a word to see where you met it.</source>
        <translation>选一个词，看看你在哪里见过它。</translation>
    </message>
    <message numerus="yes">
        <source>%n encounter(s)</source>
        <translation>
            <numerusform>见过 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>frequency {zipf}</source>
        <translation>词频 {zipf}</translation>
    </message>
    <message>
        <source>Stroke order  B</source>
        <translation>笔顺  B</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Write a note  N</source>
        <translation>写笔记  N</translation>
    </message>
</context>
<context>
    <name>WordsModel</name>
    <message>
        <source>Word</source>
        <translation>词</translation>
    </message>
    <message>
        <source>Pinyin</source>
        <translation>拼音</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>意思</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>HSK</source>
        <translation>HSK</translation>
    </message>
    <message>
        <source>Freq</source>
        <translation>词频</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>见过</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
</context>
<context>
    <name>WordsPage</name>
    <message>
        <source>new</source>
        <translation>生词</translation>
    </message>
    <message>
        <source>learning</source>
        <translation>在学</translation>
    </message>
    <message>
        <source>known</source>
        <translation>认识</translation>
    </message>
    <message>
        <source>ignored</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>hanzi, pinyin or English</source>
        <translation>汉字、拼音或英文</translation>
    </message>
    <message>
        <source>Search words</source>
        <translation>搜索词汇</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Write the words shown, or those selected, to a CSV file (Ctrl+E)</source>
        <translation>把显示的或选中的词写入 CSV 文件 (Ctrl+E)</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>词汇</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>No word fits. Clear the search or choose All.</source>
        <translation>没有符合的词。请清空搜索，或选择“全部”。</translation>
    </message>
    <message>
        <source>No words yet.

Open a post, tap a word and press S to save it.</source>
        <translation>还没有词。

打开一篇帖子，点一个词，按 S 保存。</translation>
    </message>
    <message>
        <source>{count} of {shown} selected</source>
        <translation>已选 {count} / {shown}</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n 个词</numerusform>
        </translation>
    </message>
    <message>
        <source>Mark as {status}</source>
        <translation>标为“{status}”</translation>
    </message>
    <message>
        <source>Export selection…</source>
        <translation>导出选中的…</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n word(s)</source>
        <translation>
            <numerusform>移除 %n 个词</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>A correction covers 1 to {longest} characters.</source>
        <translation>一条更正覆盖 1 到 {longest} 个字。</translation>
    </message>
    <message>
        <source>A file that was there before is unchanged.</source>
        <translation>原有的文件没有改动。</translation>
    </message>
    <message>
        <source>A glossary has at most {limit} terms.</source>
        <translation>术语表最多 {limit} 条。</translation>
    </message>
    <message>
        <source>A part of the translation model is damaged: {name}.</source>
        <translation>翻译模型的一部分已损坏：{name}。</translation>
    </message>
    <message>
        <source>A part of the translation model is missing: {name}.</source>
        <translation>翻译模型缺少一部分：{name}。</translation>
    </message>
    <message>
        <source>A slang entry needs a term.</source>
        <translation>网络用语需要一个词条。</translation>
    </message>
    <message>
        <source>A term has at most {limit} characters.</source>
        <translation>词条最多 {limit} 个字。</translation>
    </message>
    <message>
        <source>A term has at most {term_limit} characters, its English {english_limit}.</source>
        <translation>术语最多 {term_limit} 个字，英文最多 {english_limit} 个字符。</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>添加笔记</translation>
    </message>
    <message>
        <source>Allow writing there, or choose another folder (for the library: xinqiao --data-dir FOLDER).</source>
        <translation>请允许写入该处，或另选文件夹（帖子库可用：xinqiao --data-dir 文件夹）。</translation>
    </message>
    <message>
        <source>Ask whoever looks after the network, or use another one.</source>
        <translation>请询问网络管理员，或换一个网络。</translation>
    </message>
    <message numerus="yes">
        <source>Bring in {count} glossary terms</source>
        <translation>
            <numerusform>导入 {count} 条术语</numerusform>
        </translation>
    </message>
    <message>
        <source>Bring in “{title}”</source>
        <translation>加入“{title}”</translation>
    </message>
    <message>
        <source>Change tags</source>
        <translation>修改标签</translation>
    </message>
    <message>
        <source>Check that it is there and that you may open it.</source>
        <translation>请检查它是否存在、你是否有权打开。</translation>
    </message>
    <message>
        <source>Check that the address is right and that the server speaks https.</source>
        <translation>请检查地址是否正确、服务器是否支持 https。</translation>
    </message>
    <message>
        <source>Check that this computer is online, then try again.</source>
        <translation>请检查这台电脑是否联网，再试一次。</translation>
    </message>
    <message>
        <source>Check that you may read it, or copy its text.</source>
        <translation>请检查你是否有权读取，或者直接复制其中的文字。</translation>
    </message>
    <message>
        <source>Check the address and its port, or try again later.</source>
        <translation>请检查地址和端口，或稍后再试。</translation>
    </message>
    <message>
        <source>Check the address and its port.</source>
        <translation>请检查地址和端口。</translation>
    </message>
    <message>
        <source>Check the address for slips.</source>
        <translation>请检查地址有没有写错。</translation>
    </message>
    <message>
        <source>Check the address in the settings, or choose another model.</source>
        <translation>请检查设置中的地址，或另选模型。</translation>
    </message>
    <message>
        <source>Check the address of the index in the settings.</source>
        <translation>请检查设置中模型包列表的地址。</translation>
    </message>
    <message>
        <source>Check the address, and whether this network wants you to log in first.</source>
        <translation>请检查地址，也看看这个网络是否需要先登录。</translation>
    </message>
    <message>
        <source>Check the address, or try another.</source>
        <translation>请检查地址，或换一个。</translation>
    </message>
    <message>
        <source>Check the address.</source>
        <translation>请检查地址。</translation>
    </message>
    <message>
        <source>Check the address: something else may be there.</source>
        <translation>请检查地址：那里可能是别的内容。</translation>
    </message>
    <message>
        <source>Check the computer&apos;s clock and network; somebody may be listening in.</source>
        <translation>请检查电脑的时钟和网络；可能有人在窃听。</translation>
    </message>
    <message>
        <source>Check the disk and start again; everything saved before is still there.</source>
        <translation>请检查磁盘后重新启动；之前保存的内容都还在。</translation>
    </message>
    <message>
        <source>Check the name and try again.</source>
        <translation>请检查名称，再试一次。</translation>
    </message>
    <message>
        <source>Check the network and try again.</source>
        <translation>请检查网络，再试一次。</translation>
    </message>
    <message>
        <source>Choose a backup made by Xinqiao.</source>
        <translation>请选择心桥生成的备份。</translation>
    </message>
    <message>
        <source>Choose a backup of it.</source>
        <translation>请选择它的备份。</translation>
    </message>
    <message>
        <source>Choose a file name in it.</source>
        <translation>请在其中指定一个文件名。</translation>
    </message>
    <message>
        <source>Choose a folder that exists.</source>
        <translation>请选择已有的文件夹。</translation>
    </message>
    <message>
        <source>Choose a shorter one.</source>
        <translation>请换一个短些的。</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>请另选文件。</translation>
    </message>
    <message>
        <source>Choose another folder. {kept}</source>
        <translation>请另选文件夹。{kept}</translation>
    </message>
    <message>
        <source>Choose another from the list.</source>
        <translation>请从列表中另选一篇。</translation>
    </message>
    <message>
        <source>Choose another model for this post.</source>
        <translation>请为这篇帖子另选模型。</translation>
    </message>
    <message>
        <source>Choose another model to use instead.</source>
        <translation>请改选另一个模型来使用。</translation>
    </message>
    <message>
        <source>Choose another name for the backup.</source>
        <translation>请给备份另起一个名字。</translation>
    </message>
    <message>
        <source>Choose model</source>
        <translation>更换模型</translation>
    </message>
    <message>
        <source>Choose one from Chinese to English, or from English to the language you want to read.</source>
        <translation>请选择从中文译成英文的，或从英文译成你想读的语言的模型包。</translation>
    </message>
    <message>
        <source>Choose one from the list.</source>
        <translation>请从列表中选一个。</translation>
    </message>
    <message>
        <source>Choose the first of two words that belong together.</source>
        <translation>请选择应连在一起的两个词中的前一个。</translation>
    </message>
    <message>
        <source>Choose the text files in it.</source>
        <translation>请选择其中的文本文件。</translation>
    </message>
    <message>
        <source>Close it there, or choose another folder. {kept}</source>
        <translation>请在那个程序里关闭它，或另选文件夹。{kept}</translation>
    </message>
    <message>
        <source>Close other programs and translate again.</source>
        <translation>请关闭其他程序，再重新翻译。</translation>
    </message>
    <message>
        <source>Close other programs that use it and try again.</source>
        <translation>请关闭正在使用它的其他程序，再试一次。</translation>
    </message>
    <message>
        <source>Close the other window or wait until it has finished, then try again.</source>
        <translation>请关闭另一个窗口，或等它完成后再试。</translation>
    </message>
    <message>
        <source>Copy the text of a post, then paste it here.</source>
        <translation>请复制一篇帖子的文字，再粘贴到这里。</translation>
    </message>
    <message>
        <source>Correct a shorter stretch of the sentence.</source>
        <translation>请更正句子中短一些的部分。</translation>
    </message>
    <message>
        <source>Correct the line and try again.</source>
        <translation>请改正这一行，再试一次。</translation>
    </message>
    <message>
        <source>Download it again; if that happens again, do not use it.</source>
        <translation>请重新下载；如果再次出现，请不要使用它。</translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation>修改笔记</translation>
    </message>
    <message>
        <source>Edit translation</source>
        <translation>修改译文</translation>
    </message>
    <message>
        <source>Free some space and try again; everything saved before is still there.</source>
        <translation>请腾出一些空间再试；之前保存的内容都还在。</translation>
    </message>
    <message>
        <source>Free some space or choose another folder. {kept}</source>
        <translation>请腾出一些空间，或另选文件夹。{kept}</translation>
    </message>
    <message>
        <source>Get Xinqiao again (in a checkout: git checkout -- resources/models), then start it again.</source>
        <translation>请重新获取心桥（源码目录中：git checkout -- resources/models），然后重新启动。</translation>
    </message>
    <message>
        <source>Get the package again, for example from the Argos Translate index.</source>
        <translation>请重新获取模型包，例如从 Argos Translate 的列表中下载。</translation>
    </message>
    <message>
        <source>Give one that begins with https:// or http://.</source>
        <translation>请填写以 https:// 或 http:// 开头的地址。</translation>
    </message>
    <message>
        <source>Go to the window that is open, or start a second one with another library: xinqiao --data-dir FOLDER.</source>
        <translation>请切换到已打开的窗口，或用另一个帖子库再开一个：xinqiao --data-dir 文件夹。</translation>
    </message>
    <message numerus="yes">
        <source>Ignore {count} words</source>
        <translation>
            <numerusform>忽略 {count} 个词</numerusform>
        </translation>
    </message>
    <message>
        <source>Ignore {word}</source>
        <translation>忽略“{word}”</translation>
    </message>
    <message numerus="yes">
        <source>Import {count} corrections</source>
        <translation>
            <numerusform>导入 {count} 条更正</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import {count} slang entries</source>
        <translation>
            <numerusform>导入 {count} 条网络用语</numerusform>
        </translation>
    </message>
    <message>
        <source>Install Xinqiao again; your own posts are not touched.</source>
        <translation>请重新安装心桥；你自己的帖子不受影响。</translation>
    </message>
    <message>
        <source>Install an Argos package: xinqiao models install FILE. Words can be tapped meanwhile.</source>
        <translation>请安装一个 Argos 模型包：xinqiao models install 文件。在此期间仍可点词查看释义。</translation>
    </message>
    <message>
        <source>Install it again.</source>
        <translation>请重新安装。</translation>
    </message>
    <message>
        <source>Install one on the Models page, or read in English.</source>
        <translation>请在“模型”页安装一个，或改读英文。</translation>
    </message>
    <message>
        <source>Its first line must be: {names}.</source>
        <translation>第一行必须是：{names}。</translation>
    </message>
    <message>
        <source>Its first line must name the columns: {names}, separated by tabs.</source>
        <translation>第一行必须是列名：{names}，用制表符分隔。</translation>
    </message>
    <message>
        <source>Line {line} has {cells} cells instead of {wanted}.</source>
        <translation>第 {line} 行有 {cells} 格，应为 {wanted} 格。</translation>
    </message>
    <message>
        <source>Line {line}: {reason}</source>
        <translation>第 {line} 行：{reason}</translation>
    </message>
    <message>
        <source>Make room there and download it again.</source>
        <translation>请在那里腾出空间，再重新下载。</translation>
    </message>
    <message>
        <source>Make room there and install it again.</source>
        <translation>请在那里腾出空间，再重新安装。</translation>
    </message>
    <message>
        <source>Make room there, then start Xinqiao again.</source>
        <translation>请在那里腾出空间，再重新启动心桥。</translation>
    </message>
    <message>
        <source>Make room there; the download goes on where it was.</source>
        <translation>请在那里腾出空间；下载会从中断处继续。</translation>
    </message>
    <message>
        <source>Make sure that the folder exists and can be written, or choose another one (for the library: xinqiao --data-dir FOLDER).</source>
        <translation>请确认文件夹存在并且可以写入，或另选一个（帖子库可用：xinqiao --data-dir 文件夹）。</translation>
    </message>
    <message>
        <source>Make that folder writable, or choose another with --data-dir, then start Xinqiao again.</source>
        <translation>请让该文件夹可以写入，或用 --data-dir 另选一个，再重新启动心桥。</translation>
    </message>
    <message>
        <source>Make that folder writable, or choose another with --data-dir.</source>
        <translation>请让该文件夹可以写入，或用 --data-dir 另选一个。</translation>
    </message>
    <message numerus="yes">
        <source>Mark {count} words as known</source>
        <translation>
            <numerusform>把 {count} 个词标为认识</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark {count} words as new</source>
        <translation>
            <numerusform>把 {count} 个词标为生词</numerusform>
        </translation>
    </message>
    <message>
        <source>Mark {word} as known</source>
        <translation>把“{word}”标为认识</translation>
    </message>
    <message>
        <source>Mark {word} as new</source>
        <translation>把“{word}”标为生词</translation>
    </message>
    <message>
        <source>Move it away, or choose another data folder: xinqiao --data-dir FOLDER.</source>
        <translation>请把它移走，或另选数据文件夹：xinqiao --data-dir 文件夹。</translation>
    </message>
    <message>
        <source>No glossary term was found.</source>
        <translation>没有找到术语。</translation>
    </message>
    <message>
        <source>No installed package is called {name}.</source>
        <translation>没有名为 {name} 的已安装模型包。</translation>
    </message>
    <message>
        <source>No package that translates English to “{language}” is installed.</source>
        <translation>没有安装从英文译成“{language}”的模型包。</translation>
    </message>
    <message>
        <source>No secure connection to {host} could be made.</source>
        <translation>无法与 {host} 建立安全连接。</translation>
    </message>
    <message>
        <source>No server runs at {host}.</source>
        <translation>{host} 上没有运行服务器。</translation>
    </message>
    <message>
        <source>No word follows {text} here.</source>
        <translation>这里“{text}”后面没有词了。</translation>
    </message>
    <message>
        <source>Nothing is said of {text}.</source>
        <translation>没有写关于“{text}”的内容。</translation>
    </message>
    <message>
        <source>Nothing was changed or deleted. Start with the newest backup (the damaged file is kept beside it), or put a copy of your own in its place: xinqiao restore FILE.</source>
        <translation>没有改动或删除任何内容。可以用最新的备份启动（损坏的文件会保留在旁边），或用你自己的副本替换：xinqiao restore 文件。</translation>
    </message>
    <message>
        <source>Open it in the program it was made with, and paste the text from there.</source>
        <translation>请用生成它的程序打开，再从那里粘贴文字。</translation>
    </message>
    <message>
        <source>Pinyin is for Chinese characters.</source>
        <translation>拼音只用于汉字。</translation>
    </message>
    <message>
        <source>Put a term and its English on each line, parted by a tab or a comma.</source>
        <translation>每行写一个术语和它的英文，用制表符或逗号分开。</translation>
    </message>
    <message>
        <source>Put the right key into the settings, or choose another model.</source>
        <translation>请在设置中填写正确的密钥，或另选模型。</translation>
    </message>
    <message>
        <source>Put the server&apos;s own address into the settings.</source>
        <translation>请在设置中填写服务器本身的地址。</translation>
    </message>
    <message>
        <source>Read the index again to be sure.</source>
        <translation>可以重新查询列表来确认。</translation>
    </message>
    <message>
        <source>Read the index again.</source>
        <translation>请重新查询列表。</translation>
    </message>
    <message>
        <source>Reading or writing {path} failed: the disk may be full, damaged or disconnected.</source>
        <translation>读写 {path} 失败：磁盘可能已满、损坏或断开。</translation>
    </message>
    <message>
        <source>Reinstall Xinqiao, or in a checkout run `git checkout -- resources/strokes`.</source>
        <translation>请重新安装心桥；如果是源码目录，请运行 `git checkout -- resources/strokes`。</translation>
    </message>
    <message>
        <source>Remove it and install it again, or choose another model.</source>
        <translation>请移除后重新安装，或另选模型。</translation>
    </message>
    <message>
        <source>Remove some that you do not need.</source>
        <translation>请移除一些不需要的。</translation>
    </message>
    <message>
        <source>Remove that one first.</source>
        <translation>请先移除那一个。</translation>
    </message>
    <message numerus="yes">
        <source>Remove {count} corrections</source>
        <translation>
            <numerusform>移除 {count} 条更正</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove {count} notes</source>
        <translation>
            <numerusform>移除 {count} 条笔记</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove {count} posts</source>
        <translation>
            <numerusform>移除 {count} 篇帖子</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove {count} slang entries</source>
        <translation>
            <numerusform>移除 {count} 条网络用语</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove {count} words</source>
        <translation>
            <numerusform>移除 {count} 个词</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>移除 {name}</translation>
    </message>
    <message>
        <source>Remove {term}</source>
        <translation>移除“{term}”</translation>
    </message>
    <message>
        <source>Remove {term} from the glossary</source>
        <translation>从术语表中移除“{term}”</translation>
    </message>
    <message>
        <source>Remove {what}</source>
        <translation>移除更正：{what}</translation>
    </message>
    <message>
        <source>Restore a copy of your own: xinqiao restore FILE. The library stays where it is.</source>
        <translation>请恢复你自己的副本：xinqiao restore 文件。帖子库保持原样。</translation>
    </message>
    <message>
        <source>Run `make setup` (or reinstall Xinqiao) to build it again.</source>
        <translation>请运行 make setup（或重新安装心桥）来重新生成。</translation>
    </message>
    <message>
        <source>Run `make setup` (or reinstall Xinqiao) to unpack it again.</source>
        <translation>请运行 make setup（或重新安装心桥）来重新解包。</translation>
    </message>
    <message>
        <source>Save it as UTF-8 and try again.</source>
        <translation>请另存为 UTF-8，再试一次。</translation>
    </message>
    <message numerus="yes">
        <source>Save {count} words</source>
        <translation>
            <numerusform>保存 {count} 个词</numerusform>
        </translation>
    </message>
    <message>
        <source>Save {word}</source>
        <translation>保存“{word}”</translation>
    </message>
    <message>
        <source>Say where it should be split: put a space there.</source>
        <translation>请说明在哪里拆分：在那里加一个空格。</translation>
    </message>
    <message>
        <source>See `xinqiao models list` for the names.</source>
        <translation>名称见 xinqiao models list。</translation>
    </message>
    <message>
        <source>Set up one that begins with http://, or none.</source>
        <translation>请设置以 http:// 开头的代理，或不用代理。</translation>
    </message>
    <message>
        <source>Slang entry {term}</source>
        <translation>网络用语“{term}”</translation>
    </message>
    <message>
        <source>Some characters could not be read; � stands for each of them.</source>
        <translation>有些字符无法读取，以 � 代替。</translation>
    </message>
    <message>
        <source>Split it and bring the parts in one by one.</source>
        <translation>请分成几部分，逐一加入。</translation>
    </message>
    <message>
        <source>Star post</source>
        <translation>给帖子加星</translation>
    </message>
    <message>
        <source>Start Xinqiao once, then back up.</source>
        <translation>请先启动一次心桥，再备份。</translation>
    </message>
    <message>
        <source>Start with an empty library in another folder: xinqiao --data-dir FOLDER. The damaged file stays where it is.</source>
        <translation>请在另一个文件夹用空的帖子库启动：xinqiao --data-dir 文件夹。损坏的文件保持原样。</translation>
    </message>
    <message>
        <source>The address of {host} cannot be looked up.</source>
        <translation>无法查询 {host} 的地址。</translation>
    </message>
    <message>
        <source>The connection to {host} was lost.</source>
        <translation>与 {host} 的连接中断了。</translation>
    </message>
    <message>
        <source>The description of this translation package (metadata.json) is missing or damaged.</source>
        <translation>这个模型包的说明（metadata.json）缺失或已损坏。</translation>
    </message>
    <message>
        <source>The dictionary is missing or damaged.</source>
        <translation>词典缺失或已损坏。</translation>
    </message>
    <message>
        <source>The disk is full: {path} could not be written.</source>
        <translation>磁盘已满：无法写入 {path}。</translation>
    </message>
    <message>
        <source>The file cannot be written to {folder}: {reason}.</source>
        <translation>无法把文件写入 {folder}：{reason}。</translation>
    </message>
    <message>
        <source>The file name is too long.</source>
        <translation>文件名太长。</translation>
    </message>
    <message>
        <source>The file with the order of strokes is missing or damaged.</source>
        <translation>笔顺文件缺失或已损坏。</translation>
    </message>
    <message>
        <source>The file {name} cannot be read: {reason}.</source>
        <translation>无法读取文件 {name}：{reason}。</translation>
    </message>
    <message>
        <source>The file {name} is not the one that the index speaks of: its hash is another.</source>
        <translation>文件 {name} 与列表中所说的不是同一个：校验值不同。</translation>
    </message>
    <message>
        <source>The folder of {path} is not there.</source>
        <translation>{path} 所在的文件夹不存在。</translation>
    </message>
    <message>
        <source>The index has no address for {title}.</source>
        <translation>列表中没有 {title} 的地址。</translation>
    </message>
    <message>
        <source>The library file {path} is damaged and cannot be read.</source>
        <translation>帖子库文件 {path} 已损坏，无法读取。</translation>
    </message>
    <message>
        <source>The library {path} is in use by another program.</source>
        <translation>帖子库 {path} 正被另一个程序使用。</translation>
    </message>
    <message>
        <source>The models folder {models} cannot be written to: {reason}.</source>
        <translation>无法写入模型文件夹 {models}：{reason}。</translation>
    </message>
    <message>
        <source>The note is empty.</source>
        <translation>笔记是空的。</translation>
    </message>
    <message>
        <source>The package cannot be put into {models}: {reason}.</source>
        <translation>无法把模型包放入 {models}：{reason}。</translation>
    </message>
    <message>
        <source>The package {name} cannot be removed: {reason}.</source>
        <translation>无法移除模型包 {name}：{reason}。</translation>
    </message>
    <message>
        <source>The proxy of this computer lets nothing through to {host} (status {status}).</source>
        <translation>这台电脑的代理不放行到 {host} 的连接（状态 {status}）。</translation>
    </message>
    <message>
        <source>The proxy “{proxy}” of this computer is of a kind that cannot be used.</source>
        <translation>这台电脑的代理“{proxy}”属于无法使用的类型。</translation>
    </message>
    <message>
        <source>The sample posts in {path} cannot be read.</source>
        <translation>无法读取 {path} 中的示例帖子。</translation>
    </message>
    <message>
        <source>The segmenter&apos;s word list is missing or damaged.</source>
        <translation>分词用的词表缺失或已损坏。</translation>
    </message>
    <message>
        <source>The server {host} does not answer as LibreTranslate does: what it sends is not JSON.</source>
        <translation>服务器 {host} 的应答不符合 LibreTranslate：发来的不是 JSON。</translation>
    </message>
    <message>
        <source>The server {place} does not accept the key</source>
        <translation>服务器 {place} 不接受这个密钥</translation>
    </message>
    <message>
        <source>The server {place} does not answer as LibreTranslate does: {why}.</source>
        <translation>服务器 {place} 的应答不符合 LibreTranslate：{why}。</translation>
    </message>
    <message>
        <source>The server {place} does not take this sentence</source>
        <translation>服务器 {place} 不接受这个句子</translation>
    </message>
    <message>
        <source>The server {place} does not translate {source} to {target}.</source>
        <translation>服务器 {place} 不能把 {source} 译成 {target}。</translation>
    </message>
    <message>
        <source>The server {place} has trouble of its own (status {status})</source>
        <translation>服务器 {place} 自身出了问题（状态 {status}）</translation>
    </message>
    <message>
        <source>The server {place} is not a LibreTranslate server</source>
        <translation>服务器 {place} 不是 LibreTranslate 服务器</translation>
    </message>
    <message>
        <source>The server {place} is too busy (status {status}).</source>
        <translation>服务器 {place} 太忙（状态 {status}）。</translation>
    </message>
    <message>
        <source>The server {place} refuses (status {status})</source>
        <translation>服务器 {place} 拒绝了请求（状态 {status}）</translation>
    </message>
    <message>
        <source>The server {place} sends to another address</source>
        <translation>服务器 {place} 转向了另一个地址</translation>
    </message>
    <message>
        <source>The server {place} wants a key</source>
        <translation>服务器 {place} 需要密钥</translation>
    </message>
    <message>
        <source>The server {place} was asked too often.</source>
        <translation>对服务器 {place} 的请求过于频繁。</translation>
    </message>
    <message>
        <source>The slang file {name} cannot be read: {reason}.</source>
        <translation>无法读取网络用语文件 {name}：{reason}。</translation>
    </message>
    <message>
        <source>The slang file {name} has no column named {names}.</source>
        <translation>网络用语文件 {name} 没有名为 {names} 的列。</translation>
    </message>
    <message>
        <source>The slang file {name} is not UTF-8 text.</source>
        <translation>网络用语文件 {name} 不是 UTF-8 文本。</translation>
    </message>
    <message>
        <source>The starter model cannot be removed.</source>
        <translation>入门模型不能移除。</translation>
    </message>
    <message>
        <source>The text is {length} characters long</source>
        <translation>这段文字有 {length} 个字符</translation>
    </message>
    <message>
        <source>The translation is empty.</source>
        <translation>译文是空的。</translation>
    </message>
    <message>
        <source>The translation model cannot be put into {folder}: {reason}.</source>
        <translation>无法把翻译模型放入 {folder}：{reason}。</translation>
    </message>
    <message>
        <source>The translation model in this package is damaged.</source>
        <translation>这个模型包中的翻译模型已损坏。</translation>
    </message>
    <message>
        <source>The translation model needs {needed} MiB, and {folder} has {free} MiB left.</source>
        <translation>翻译模型需要 {needed} MiB，而 {folder} 只剩 {free} MiB。</translation>
    </message>
    <message>
        <source>The translation model that ships with Xinqiao is damaged: {why}.</source>
        <translation>心桥附带的翻译模型已损坏：{why}。</translation>
    </message>
    <message>
        <source>The translation model that ships with Xinqiao is missing.</source>
        <translation>缺少心桥附带的翻译模型。</translation>
    </message>
    <message>
        <source>The translation package {name} is damaged: {why}.</source>
        <translation>翻译模型包 {name} 已损坏：{why}。</translation>
    </message>
    <message>
        <source>The words {names} do not make up {text}.</source>
        <translation>“{names}”拼起来不是“{text}”。</translation>
    </message>
    <message>
        <source>There is no Chinese in this glossary line.</source>
        <translation>这条术语里没有中文。</translation>
    </message>
    <message>
        <source>There is no Chinese in this text, so there is nothing to translate or look up.</source>
        <translation>这段文字里没有中文，没有可翻译或查询的内容。</translation>
    </message>
    <message>
        <source>There is no English for {term}.</source>
        <translation>“{term}”还没有英文。</translation>
    </message>
    <message>
        <source>There is no address to ask.</source>
        <translation>没有可查询的地址。</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>没有文件 {path}。</translation>
    </message>
    <message>
        <source>There is no library at {path} yet.</source>
        <translation>{path} 还没有帖子库。</translation>
    </message>
    <message>
        <source>There is no newer version of {name}.</source>
        <translation>{name} 没有更新的版本。</translation>
    </message>
    <message>
        <source>There is no room left in {folder}.</source>
        <translation>{folder} 没有剩余空间。</translation>
    </message>
    <message>
        <source>There is no room to write {path}.</source>
        <translation>没有空间写入 {path}。</translation>
    </message>
    <message>
        <source>There is no server called {host}.</source>
        <translation>没有名为 {host} 的服务器。</translation>
    </message>
    <message>
        <source>There is no text to read.</source>
        <translation>没有可读的文字。</translation>
    </message>
    <message>
        <source>There is no tokenizer in this package.</source>
        <translation>这个模型包里没有分词器。</translation>
    </message>
    <message>
        <source>There is no translation model in this package.</source>
        <translation>这个模型包里没有翻译模型。</translation>
    </message>
    <message>
        <source>There is no translation model on this machine.</source>
        <translation>这台电脑上没有翻译模型。</translation>
    </message>
    <message>
        <source>There is no usable backup of this library.</source>
        <translation>这个帖子库没有可用的备份。</translation>
    </message>
    <message>
        <source>There is no usable backup of {path}.</source>
        <translation>{path} 没有可用的备份。</translation>
    </message>
    <message>
        <source>There is no way to {host}.</source>
        <translation>无法连到 {host}。</translation>
    </message>
    <message>
        <source>There is not enough memory for the translation model.</source>
        <translation>内存不足，无法载入翻译模型。</translation>
    </message>
    <message>
        <source>There is not enough memory for this translation package.</source>
        <translation>内存不足，无法载入这个翻译模型包。</translation>
    </message>
    <message>
        <source>There is nothing to translate.</source>
        <translation>没有可翻译的内容。</translation>
    </message>
    <message>
        <source>This download needs {needed} MiB, and {folder} has {free} MiB left.</source>
        <translation>此下载需要 {needed} MiB，而 {folder} 只剩 {free} MiB。</translation>
    </message>
    <message>
        <source>This file is not text that can be read.</source>
        <translation>这个文件不是可读的文本。</translation>
    </message>
    <message>
        <source>This file is not text: it has binary data in it.</source>
        <translation>这个文件不是文本：其中有二进制数据。</translation>
    </message>
    <message>
        <source>This is no line of a table.</source>
        <translation>这一行不是表格的一行。</translation>
    </message>
    <message>
        <source>This is not a word list of Xinqiao.</source>
        <translation>这不是心桥的词表。</translation>
    </message>
    <message>
        <source>This is not text: it looks like a picture or another binary file.</source>
        <translation>这不是文字：看起来像图片或其他二进制文件。</translation>
    </message>
    <message>
        <source>This line has {count} columns instead of 2.</source>
        <translation>这一行有 {count} 列，应为 2 列。</translation>
    </message>
    <message>
        <source>This model is not on this machine any more.</source>
        <translation>这个模型已不在这台电脑上。</translation>
    </message>
    <message>
        <source>This note was removed.</source>
        <translation>这条笔记已被移除。</translation>
    </message>
    <message>
        <source>This package is not a translation package.</source>
        <translation>这个包不是翻译模型包。</translation>
    </message>
    <message>
        <source>This package needs {needed} MiB, and {folder} has {left} MiB left.</source>
        <translation>这个模型包需要 {needed} MiB，而 {folder} 只剩 {left} MiB。</translation>
    </message>
    <message>
        <source>This package translates {source} to {target}.</source>
        <translation>这个模型包是把 {source} 译成 {target} 的。</translation>
    </message>
    <message>
        <source>This package was refused: {why}.</source>
        <translation>已拒绝这个模型包：{why}。</translation>
    </message>
    <message>
        <source>This post is no longer in the library.</source>
        <translation>这篇帖子已不在帖子库中。</translation>
    </message>
    <message>
        <source>This text has only emoji and marks, so there is nothing to translate.</source>
        <translation>这段文字只有表情和符号，没有可翻译的内容。</translation>
    </message>
    <message>
        <source>Translate {term} as “{english}”</source>
        <translation>把“{term}”译作“{english}”</translation>
    </message>
    <message>
        <source>Try again in a few minutes.</source>
        <translation>请过几分钟再试。</translation>
    </message>
    <message>
        <source>Try again in {seconds} seconds, or choose a model on this machine.</source>
        <translation>请在 {seconds} 秒后再试，或改用本机上的模型。</translation>
    </message>
    <message>
        <source>Try again in {seconds} seconds.</source>
        <translation>请在 {seconds} 秒后再试。</translation>
    </message>
    <message>
        <source>Try again later, or choose a model on this machine.</source>
        <translation>请稍后再试，或改用本机上的模型。</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>请稍后再试。</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>请再试一次。</translation>
    </message>
    <message>
        <source>Undo the removal, or save the text as a new note.</source>
        <translation>请撤销移除，或把文字存为新笔记。</translation>
    </message>
    <message>
        <source>Unstar post</source>
        <translation>取消帖子的星标</translation>
    </message>
    <message>
        <source>Update Xinqiao, or choose another data folder: xinqiao --data-dir FOLDER.</source>
        <translation>请更新心桥，或另选数据文件夹：xinqiao --data-dir 文件夹。</translation>
    </message>
    <message>
        <source>Use another address.</source>
        <translation>请换一个地址。</translation>
    </message>
    <message>
        <source>Use another address; no translation package is that large.</source>
        <translation>请换一个地址；翻译模型包不会这么大。</translation>
    </message>
    <message>
        <source>Use another address; this one is not to be trusted.</source>
        <translation>请换一个地址；这个地址不可信。</translation>
    </message>
    <message>
        <source>Use another server, or choose a model on this machine.</source>
        <translation>请换一个服务器，或改用本机上的模型。</translation>
    </message>
    <message>
        <source>Use everywhere or post.</source>
        <translation>请写 everywhere 或 post。</translation>
    </message>
    <message>
        <source>Use {known}.</source>
        <translation>请写：{known}。</translation>
    </message>
    <message>
        <source>Wait until that has ended.</source>
        <translation>请等它结束。</translation>
    </message>
    <message>
        <source>What {host} sends is larger than {limit} MiB.</source>
        <translation>{host} 发来的内容超过 {limit} MiB。</translation>
    </message>
    <message>
        <source>What {host} sends is not a list of packages: {why}.</source>
        <translation>{host} 发来的不是模型包列表：{why}。</translation>
    </message>
    <message>
        <source>Write its pinyin or its meaning.</source>
        <translation>请写出它的拼音或释义。</translation>
    </message>
    <message>
        <source>Write one syllable for each character, with spaces between them.</source>
        <translation>每个字写一个音节，用空格分开。</translation>
    </message>
    <message>
        <source>Write some Chinese into the box.</source>
        <translation>请在框里写一些中文。</translation>
    </message>
    <message>
        <source>Write something, or go back to the model&apos;s.</source>
        <translation>请写点什么，或恢复模型的译文。</translation>
    </message>
    <message>
        <source>Write something, or remove the note.</source>
        <translation>请写点什么，或移除这条笔记。</translation>
    </message>
    <message>
        <source>Write syllables apart, with tone marks or numbers: nǐ hǎo, or ni3 hao3.</source>
        <translation>音节分开写，用声调符号或数字：nǐ hǎo 或 ni3 hao3。</translation>
    </message>
    <message>
        <source>Write the same characters, with spaces only where a word ends.</source>
        <translation>请写同样的字，只在词的结尾处加空格。</translation>
    </message>
    <message>
        <source>Write the server&apos;s address.</source>
        <translation>请填写服务器的地址。</translation>
    </message>
    <message>
        <source>Write the shortest form of it.</source>
        <translation>请写它最短的形式。</translation>
    </message>
    <message>
        <source>Write the term to be translated.</source>
        <translation>请写要翻译的术语。</translation>
    </message>
    <message>
        <source>Write the word or code it explains.</source>
        <translation>请写它所解释的词或代号。</translation>
    </message>
    <message>
        <source>Write what it means, in a few words.</source>
        <translation>请用几个字写出它的意思。</translation>
    </message>
    <message>
        <source>Write what it shall always be in English.</source>
        <translation>请写它固定的英文译法。</translation>
    </message>
    <message>
        <source>Xinqiao cannot keep its data in {folder}: {why}.</source>
        <translation>心桥无法在 {folder} 保存数据：{why}。</translation>
    </message>
    <message>
        <source>Xinqiao is already open with this library.</source>
        <translation>心桥已经打开了这个帖子库。</translation>
    </message>
    <message>
        <source>Your text is on the clipboard.</source>
        <translation>你写的内容在剪贴板里。</translation>
    </message>
    <message>
        <source>a file in it is larger than it says</source>
        <translation>其中有文件比它声明的大</translation>
    </message>
    <message>
        <source>a file in it wants to go outside its folder</source>
        <translation>其中有文件要放到文件夹之外</translation>
    </message>
    <message>
        <source>a part of it is missing</source>
        <translation>缺少一部分</translation>
    </message>
    <message>
        <source>a part of its path is no folder</source>
        <translation>路径中有一部分不是文件夹</translation>
    </message>
    <message>
        <source>another program uses it</source>
        <translation>另一个程序正在使用它</translation>
    </message>
    <message>
        <source>discarding the note</source>
        <translation>丢弃笔记</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>it does not answer as it should</source>
        <translation>没有正常响应</translation>
    </message>
    <message>
        <source>it has more than {limit} entries</source>
        <translation>条目超过 {limit} 个</translation>
    </message>
    <message>
        <source>it holds a link or a device</source>
        <translation>其中有链接或设备文件</translation>
    </message>
    <message>
        <source>it holds far too many files</source>
        <translation>其中文件太多</translation>
    </message>
    <message>
        <source>it holds the same file twice</source>
        <translation>其中有重复的文件</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>它是文件夹</translation>
    </message>
    <message>
        <source>it is encrypted</source>
        <translation>它已加密</translation>
    </message>
    <message>
        <source>it is larger than {limit} MiB</source>
        <translation>超过 {limit} MiB</translation>
    </message>
    <message>
        <source>it is no list</source>
        <translation>不是列表</translation>
    </message>
    <message>
        <source>it is not JSON</source>
        <translation>不是 JSON</translation>
    </message>
    <message>
        <source>it is not there</source>
        <translation>它不存在</translation>
    </message>
    <message>
        <source>it is not trusted</source>
        <translation>不受信任</translation>
    </message>
    <message>
        <source>it is read-only</source>
        <translation>该处只读</translation>
    </message>
    <message>
        <source>it lies on another disk</source>
        <translation>它在另一个磁盘上</translation>
    </message>
    <message>
        <source>it offers no package</source>
        <translation>没有提供任何模型包</translation>
    </message>
    <message>
        <source>it sends no list of languages</source>
        <translation>没有发来语言列表</translation>
    </message>
    <message>
        <source>it sends {got} translations of {count} sentences</source>
        <translation>{count} 个句子发来了 {got} 条译文</translation>
    </message>
    <message>
        <source>it would unpack to far more than a package takes</source>
        <translation>解包后会远远超过模型包的大小</translation>
    </message>
    <message>
        <source>its links go in a circle</source>
        <translation>链接形成了循环</translation>
    </message>
    <message>
        <source>list of packages</source>
        <translation>模型包列表</translation>
    </message>
    <message>
        <source>no {column}</source>
        <translation>缺少 {column}</translation>
    </message>
    <message>
        <source>the disk can only be read</source>
        <translation>磁盘只能读取</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>the file is too large for this disk</source>
        <translation>文件对这个磁盘来说太大</translation>
    </message>
    <message>
        <source>the folder is not empty</source>
        <translation>文件夹不是空的</translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation>名称太长</translation>
    </message>
    <message>
        <source>the network is down</source>
        <translation>网络不通</translation>
    </message>
    <message>
        <source>the system does not accept that name</source>
        <translation>系统不接受这个名称</translation>
    </message>
    <message>
        <source>the system does not allow it</source>
        <translation>系统不允许</translation>
    </message>
    <message>
        <source>there is no translation in its answer</source>
        <translation>应答中没有译文</translation>
    </message>
    <message>
        <source>there is no way to it</source>
        <translation>无法连到</translation>
    </message>
    <message>
        <source>there is something of that name already</source>
        <translation>已有同名的内容</translation>
    </message>
    <message>
        <source>this computer has no address for it</source>
        <translation>这台电脑没有可用的地址</translation>
    </message>
    <message>
        <source>this disk does not support that</source>
        <translation>这个磁盘不支持</translation>
    </message>
    <message>
        <source>too many files are open</source>
        <translation>打开的文件太多</translation>
    </message>
    <message>
        <source>you may not do that there</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <source>your share of the disk is used up</source>
        <translation>磁盘配额已用完</translation>
    </message>
    <message>
        <source>{cells} columns where the header has {columns}</source>
        <translation>有 {cells} 列，而表头是 {columns} 列</translation>
    </message>
    <message numerus="yes">
        <source>{count} characters</source>
        <translation>
            <numerusform>{count} 个字</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} syllables</source>
        <translation>
            <numerusform>{count} 个音节</numerusform>
        </translation>
    </message>
    <message>
        <source>{first} {second}</source>
        <translation>{first}{second}</translation>
    </message>
    <message>
        <source>{host} answers with a web page in place of the list of packages.</source>
        <translation>{host} 返回的是网页，不是模型包列表。</translation>
    </message>
    <message>
        <source>{host} answers with more than {limit} KiB.</source>
        <translation>{host} 返回的内容超过 {limit} KiB。</translation>
    </message>
    <message>
        <source>{host} answers with something else than the file.</source>
        <translation>{host} 返回的不是这个文件。</translation>
    </message>
    <message>
        <source>{host} cannot be reached: {reason}.</source>
        <translation>无法连到 {host}：{reason}。</translation>
    </message>
    <message>
        <source>{host} cannot show that it is {host}: {reason}.</source>
        <translation>{host} 无法证明自己是 {host}：{reason}。</translation>
    </message>
    <message>
        <source>{host} does not answer as a web server does.</source>
        <translation>{host} 的应答不像网页服务器。</translation>
    </message>
    <message>
        <source>{host} does not hand out {thing} (status {status}).</source>
        <translation>{host} 不提供{thing}（状态 {status}）。</translation>
    </message>
    <message>
        <source>{host} does not hand out {thing}.</source>
        <translation>{host} 不提供{thing}。</translation>
    </message>
    <message>
        <source>{host} ended before the file was complete.</source>
        <translation>{host} 在文件传完之前就结束了。</translation>
    </message>
    <message>
        <source>{host} has no {thing} at this address.</source>
        <translation>{host} 在这个地址没有{thing}。</translation>
    </message>
    <message>
        <source>{host} has trouble of its own (status {status}).</source>
        <translation>{host} 自身出了问题（状态 {status}）。</translation>
    </message>
    <message>
        <source>{host} sends a part of the file only.</source>
        <translation>{host} 只发来文件的一部分。</translation>
    </message>
    <message>
        <source>{host} sends an empty file.</source>
        <translation>{host} 发来的是空文件。</translation>
    </message>
    <message>
        <source>{host} sends from a secure address to one that is not.</source>
        <translation>{host} 从安全地址转向了不安全的地址。</translation>
    </message>
    <message>
        <source>{host} sends from one address to the next without end.</source>
        <translation>{host} 不断地转向别的地址。</translation>
    </message>
    <message>
        <source>{host} sends packed data that nobody asked for.</source>
        <translation>{host} 发来了未请求的压缩数据。</translation>
    </message>
    <message>
        <source>{host} sends to an address that is not of the web.</source>
        <translation>{host} 转向了不是网页的地址。</translation>
    </message>
    <message>
        <source>{host} takes too long to answer.</source>
        <translation>{host} 太久没有应答。</translation>
    </message>
    <message>
        <source>{host} was asked too often.</source>
        <translation>对 {host} 的请求过于频繁。</translation>
    </message>
    <message>
        <source>{name} cannot be brought back: another package was installed in its place.</source>
        <translation>无法恢复 {name}：原处已安装了另一个模型包。</translation>
    </message>
    <message>
        <source>{name} cannot be brought back: {reason}.</source>
        <translation>无法恢复 {name}：{reason}。</translation>
    </message>
    <message>
        <source>{name} cannot be read</source>
        <translation>无法读取 {name}</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}.</source>
        <translation>无法读取 {name}：{reason}。</translation>
    </message>
    <message>
        <source>{name} has no column named {names}.</source>
        <translation>{name} 没有名为 {names} 的列。</translation>
    </message>
    <message>
        <source>{name} is being downloaded already.</source>
        <translation>{name} 已在下载。</translation>
    </message>
    <message>
        <source>{name} is missing</source>
        <translation>缺少 {name}</translation>
    </message>
    <message>
        <source>{name} is more than {size} MB large</source>
        <translation>{name} 超过 {size} MB</translation>
    </message>
    <message>
        <source>{name} is not UTF-8 text.</source>
        <translation>{name} 不是 UTF-8 文本。</translation>
    </message>
    <message>
        <source>{name} is not a translation package, or only a part of one.</source>
        <translation>{name} 不是翻译模型包，或者不完整。</translation>
    </message>
    <message>
        <source>{name} is not an installed package.</source>
        <translation>{name} 不是已安装的模型包。</translation>
    </message>
    <message>
        <source>{name} is too large for a list.</source>
        <translation>{name} 太大，不能作为词表。</translation>
    </message>
    <message>
        <source>{name} is {size} MB large</source>
        <translation>{name} 有 {size} MB</translation>
    </message>
    <message>
        <source>{path} belongs to another program: it is a database, but not a Xinqiao library.</source>
        <translation>{path} 属于另一个程序：它是数据库，但不是心桥的帖子库。</translation>
    </message>
    <message>
        <source>{path} cannot be opened.</source>
        <translation>无法打开 {path}。</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <translation>无法读取 {path}：{reason}。</translation>
    </message>
    <message>
        <source>{path} cannot be used: {reason}.</source>
        <translation>无法使用 {path}：{reason}。</translation>
    </message>
    <message>
        <source>{path} cannot be written.</source>
        <translation>无法写入 {path}。</translation>
    </message>
    <message>
        <source>{path} could not be written: {reason}.</source>
        <translation>无法写入 {path}：{reason}。</translation>
    </message>
    <message>
        <source>{path} is a folder.</source>
        <translation>{path} 是文件夹。</translation>
    </message>
    <message>
        <source>{path} is not a Xinqiao library.</source>
        <translation>{path} 不是心桥的帖子库。</translation>
    </message>
    <message>
        <source>{path} may not be written, or another program has it open.</source>
        <translation>{path} 不允许写入，或正被另一个程序打开。</translation>
    </message>
    <message>
        <source>{path} was written by a newer version of Xinqiao (library version {version}; this one reads up to {latest}).</source>
        <translation>{path} 是由更新版本的心桥写的（库版本 {version}；本版本最多读到 {latest}）。</translation>
    </message>
    <message>
        <source>{source} is the library itself.</source>
        <translation>{source} 就是帖子库本身。</translation>
    </message>
    <message>
        <source>{start}… is longer than {limit} characters</source>
        <translation>“{start}…”超过 {limit} 个字</translation>
    </message>
    <message>
        <source>{start}… is too long for the glossary.</source>
        <translation>“{start}…”太长，不能放入术语表。</translation>
    </message>
    <message>
        <source>{target} is the library itself.</source>
        <translation>{target} 就是帖子库本身。</translation>
    </message>
    <message>
        <source>{term} has no meaning yet.</source>
        <translation>“{term}”还没有释义。</translation>
    </message>
    <message>
        <source>{term} is already on line {line}</source>
        <translation>“{term}”已在第 {line} 行</translation>
    </message>
    <message>
        <source>{term} is already on line {line}.</source>
        <translation>“{term}”已在第 {line} 行。</translation>
    </message>
    <message>
        <source>{text} has no Chinese character to read.</source>
        <translation>“{text}”里没有可注音的汉字。</translation>
    </message>
    <message>
        <source>{text} has {wanted} and you wrote {syllables}.</source>
        <translation>“{text}”有{wanted}，而你写了{syllables}。</translation>
    </message>
    <message>
        <source>{text} is one word still.</source>
        <translation>“{text}”仍是一个词。</translation>
    </message>
    <message>
        <source>{what}.</source>
        <translation>{what}。</translation>
    </message>
    <message>
        <source>{what}: &quot;{said}&quot;.</source>
        <translation>{what}：“{said}”。</translation>
    </message>
    <message>
        <source>{what}; a post may have at most {limit} characters.</source>
        <translation>{what}；一篇帖子最多 {limit} 个字符。</translation>
    </message>
    <message>
        <source>{word} = {meaning}</source>
        <translation>“{word}”＝{meaning}</translation>
    </message>
    <message>
        <source>{word} as one word</source>
        <translation>“{word}”合为一词</translation>
    </message>
    <message>
        <source>{word} as {words}</source>
        <translation>“{word}”拆作 {words}</translation>
    </message>
    <message>
        <source>{word} read {pinyin}</source>
        <translation>“{word}”读作 {pinyin}</translation>
    </message>
    <message>
        <source>“{address}” is not a web address that can be used.</source>
        <translation>“{address}”不是可用的网址。</translation>
    </message>
    <message>
        <source>“{kind}” is no kind of correction</source>
        <translation>“{kind}”不是更正的类型</translation>
    </message>
    <message>
        <source>“{piece}” is no syllable of pinyin.</source>
        <translation>“{piece}”不是拼音音节。</translation>
    </message>
    <message>
        <source>“{where}” is no place for a correction</source>
        <translation>“{where}”不是更正的范围</translation>
    </message>
</context>
</TS>
