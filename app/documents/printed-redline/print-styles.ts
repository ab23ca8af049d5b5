/**
 * The looks of a printed comparison, like those of the screens: what came is blue and underlined, what went is brown and
 * crossed by thin slashes, since a straight line through a 二 makes it a 三; on paper all is black.
 */
export const PRINT_STYLES = `
:root{--ink:#1d2430;--quiet:#5a6677;--line:#d9dee6;--ins:#0a4a86;--ins-soft:#dcebfa;--del:#6e3600;--del-soft:#fae6cf;--slash:#d39b5b;color-scheme:light dark}
@media screen and (prefers-color-scheme:dark){:root{--ink:#e6eaf0;--quiet:#a3afc0;--line:#354050;--ins:#a9d0fb;--ins-soft:#1d3a5c;--del:#f0bd84;--del-soft:#44301a;--slash:#8a6134}body{background:#161b22}}
body{margin:0;color:var(--ink);font:18px/1.9 FangSong,仿宋,STFangsong,"Noto Serif CJK SC",serif}
main{max-width:44em;margin:0 auto;padding:2em 1em}
h1{font-size:1.5em;text-align:center;font-weight:600}
h2{font:600 .9em/1.6 SimHei,黑体,"Noto Sans CJK SC",sans-serif;margin:1.6em 0 .2em;padding-top:.5em;border-top:1px solid var(--line);break-after:avoid}
.kind{margin-left:1em;font-weight:400;color:var(--quiet)}
p.found{font:14px/1.7 "Noto Sans CJK SC","Microsoft YaHei",sans-serif;text-indent:0;font-weight:600}
.facts,summary{font:14px/1.7 "Noto Sans CJK SC","Microsoft YaHei",sans-serif;color:var(--quiet);margin:0;text-indent:0;text-align:left;word-break:break-all}
summary{cursor:pointer;margin-top:1em}
p{margin:0;text-indent:2em;text-align:justify;white-space:pre-wrap;overflow-wrap:anywhere}
p.flush{text-indent:0}
b{font-family:SimHei,黑体,"Noto Sans CJK SC",sans-serif;font-weight:600}
ins{color:var(--ins);background:var(--ins-soft);text-decoration:underline;text-decoration-thickness:2px;text-underline-offset:3px}
del{color:var(--del);background-color:var(--del-soft);text-decoration:none;background-image:linear-gradient(to top left,transparent calc(50% - 1.1px),var(--slash) calc(50% - .45px),var(--slash) calc(50% + .45px),transparent calc(50% + 1.1px));background-size:1em 100%;-webkit-box-decoration-break:clone;box-decoration-break:clone;-webkit-print-color-adjust:exact;print-color-adjust:exact}
.ear{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
ins.moved,del.moved{background:none;text-decoration:underline double;text-underline-offset:3px}
del.moved{color:var(--quiet);text-decoration-style:dashed}
small{font:14px/1 "Noto Sans CJK SC","Microsoft YaHei",sans-serif;color:var(--quiet)}
div.wide{overflow-x:auto;margin:.3em 0}
table{border-collapse:collapse;width:100%;font-size:.9em;line-height:1.6}
caption{font:14px/1.7 "Noto Sans CJK SC","Microsoft YaHei",sans-serif;color:var(--quiet);text-align:left}
th,td{border:1px solid var(--quiet);padding:.15em .5em;vertical-align:top;text-align:left;font-weight:400}
th{font-family:SimHei,黑体,"Noto Sans CJK SC",sans-serif}
th p,td p{text-indent:0;text-align:left}
tr.added>*:not(.mark),th.added,td.added{background:var(--ins-soft)}
tr.deleted>*:not(.mark),th.deleted,td.deleted{background:var(--del-soft)}
td.mark{border:0;white-space:nowrap;font:14px/1.7 "Noto Sans CJK SC","Microsoft YaHei",sans-serif;color:var(--quiet)}
tr{break-inside:avoid}
@page{size:A4;margin:37mm 26mm 35mm 28mm}
@media print{:root{--ink:#000;--quiet:#000;--line:#000;--ins:#000;--ins-soft:transparent;--del:#000;--del-soft:#e6e6e6;--slash:#555}body{font-size:16pt;line-height:28pt}main{max-width:none;padding:0}ins{font-weight:700}details:not([open]){font-size:12pt}.on-screen{display:none}}
@media (forced-colors:active){del{text-decoration:line-through}}
`.trim()
