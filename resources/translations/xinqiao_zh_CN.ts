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
        <translation>这是您自己的译文。</translation>
    </message>
    <message>
        <source>Choose one to keep it as your own:</source>
        <translation>选择一条，保存为您自己的译文：</translation>
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
        <translation>您的术语表规定译作“{detail}”，译文中没有。</translation>
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
            <numerusform>在你的库里出现 %n 次</numerusform>
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
        <translation>打开帖子时会重新翻译；您自己写的译文保留</translation>
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
            <numerusform>其中另有 %n 个是您自己写的，不会清除。</numerusform>
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
        <translation>正在用{model}翻译：您读的内容会发送给它。</translation>
    </message>
    <message>
        <source>{model} translates, on this machine; nothing you read leaves it.</source>
        <translation>正在用{model}在本机翻译；您读的内容不会离开本机。</translation>
    </message>
    <message>
        <source>{model} is being loaded …</source>
        <translation>正在载入{model}…</translation>
    </message>
    <message>
        <source>{model} is loaded and translates.</source>
        <translation>{model}已载入，可以翻译。</translation>
    </message>
    <message>
        <source>{model} gave its memory back; it loads again when needed.</source>
        <translation>{model}已释放内存；需要时会重新载入。</translation>
    </message>
    <message>
        <source>{model} cannot be used: {what} Another model takes its place.</source>
        <translation>无法使用{model}：{what} 已改用另一个模型。</translation>
    </message>
    <message>
        <source>Another model translates now.</source>
        <translation>已换用另一个模型翻译。</translation>
    </message>
    <message>
        <source>Removed {model}.</source>
        <translation>已移除{model}。</translation>
    </message>
    <message>
        <source>From now on what you read is sent to {server}.</source>
        <translation>从现在起，您读的内容会发送到 {server}。</translation>
    </message>
    <message>
        <source>Nothing you read leaves this machine any more.</source>
        <translation>您读的内容不再离开本机。</translation>
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
        <translation>{server}有应答，可以把中文译成英文。</translation>
    </message>
    <message numerus="yes">
        <source>Forgot %n translation(s); your own are all there.</source>
        <translation>
            <numerusform>已清除 %n 条译文；您自己写的译文都还在。</numerusform>
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
        <source>Your text is on the clipboard.</source>
        <translation>你写的内容在剪贴板里。</translation>
    </message>
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
        <source>discarding the note</source>
        <translation>丢弃笔记</translation>
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
        <translation>在资料库中见过</translation>
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
        <translation>语言，例如：chinese english</translation>
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
        <translation>您读的内容会发送到 {server}</translation>
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
        <translation>关闭时，您读的内容不会离开本机。开启后，您打开的每个句子都会发送到下面的服务器（使用 LibreTranslate 接口）。</translation>
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
</TS>
