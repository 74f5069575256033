/// The page of the quarterly summary, in Mustache.
///
/// Tables carry the layout because mail readers know nothing else; what must hold everywhere is inline, the
/// style sheet only adds dark mode and narrow screens. Every tag with two braces is escaped.
enum SummaryTemplate {
    static let text = PageStyle.opening + rest

    private static let rest = #"""
        <meta name="supported-color-schemes" content="light dark">
        <title>{{title}}</title>
        <style>
        table{border-collapse:separate;border-spacing:0}
        .r td,.r th{border-bottom:1px solid #e3e7ec;padding:6px 5px;vertical-align:top;text-align:left;font-weight:normal}
        .r .n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
        .r th.h,.r th.n{font-size:12px;color:#5a6673;vertical-align:bottom}
        .r .s{white-space:nowrap;font-weight:bold}
        .r .n+.s,.r .n+.h,.r .n+.t{padding-left:16px}
        .lag{background:#fff;border:1px solid #e3e7ec;border-left:4px solid #a3201c;border-radius:4px;margin-bottom:10px}
        .lag p{margin:4px 0 0}.lag .f{font-size:14px;margin:4px 0}.lag .nm{font-size:16px}
        .m{color:#5a6673;font-size:12px}
        .sn td{border:0!important;padding:0!important;width:6px;vertical-align:bottom!important}
        .sn div{background:#2f7d68;width:6px}
        .g{color:#1f6657}.w{color:#805600}.a{color:#a3201c}.o{color:#5a6673}
        @media (prefers-color-scheme:dark){
        body,.bg{background:#14181d!important;color:#e6eaee!important}
        .card,.lag{background:#1c2229!important;border-color:#323b46!important}
        .lag{border-left-color:#ff9a92!important}.b{border-color:#14181d!important}
        .r td,.r th{border-color:#323b46!important}
        .m,.r th.h,.r th.n{color:#a5b0bc!important}
        h2{border-color:#7fb5a6!important}
        .g{color:#7fd1bb!important}.w{color:#f0c24b!important}.a{color:#ff9a92!important}.o{color:#a5b0bc!important}
        }
        @media (max-width:520px){
        .pad{padding:16px 12px!important}
        .tile b{font-size:22px!important}
        .x thead{display:none}
        .x td,.x th[scope=row]{display:inline-block;border:0;padding:2px 6px 2px 0}
        .x th[scope=row]{display:block;padding-top:8px;width:auto!important}
        .x tr{display:block;border-bottom:1px solid #e3e7ec;padding-bottom:6px}
        .x td.s{padding-left:0!important}.x td:before{font-size:11px;color:#5a6673}
        .x .v:before{content:"{{label.value}} "}.x .e:before{content:"{{label.expected}} "}
        .x .k:before{content:"{{label.achievement}} "}.x .p:before{content:"{{label.progress}} "}
        }
        @media print{.bg{background:#fff!important}}
        </style>
        </head>
        <body class="bg" style="margin:0;padding:0;background:#f3f5f7;color:#1d252d;font-family:'Hiragino Sans','Hiragino Kaku Gothic ProN','Yu Gothic UI','Yu Gothic',Meiryo,'Noto Sans CJK JP','Noto Sans JP',sans-serif;font-size:15px;line-height:1.65;-webkit-text-size-adjust:100%">
        <table role="presentation" class="bg" width="100%" cellpadding="0" cellspacing="0" style="background:#f3f5f7"><tr><td align="center">
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:700px;text-align:left"><tr><td class="pad" style="padding:28px 24px">

        {{#hasAbove}}
        <table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" style="background:#ffffff;border:2px solid #805600;border-radius:8px;margin-bottom:20px"><tr><td style="padding:12px 16px">
        {{#above}}
        <p style="margin:4px 0">{{.}}</p>
        {{/above}}
        </td></tr></table>
        {{/hasAbove}}
        <h1 style="margin:0 0 10px;font-size:22px;line-height:1.4"><span style="font-size:15px;font-weight:normal">{{strategy}}</span><br>{{shortTitle}}</h1>
        <p class="m" style="margin:0 0 18px;color:#5a6673;font-size:13px">{{#facts}}{{label}} {{text}}<br>{{/facts}}</p>

        <table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" style="background:#ffffff;border:1px solid #e3e7ec;border-radius:8px"><tr><td style="padding:18px 18px 14px">
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr>
        {{#tiles}}
        <td class="tile" width="25%" valign="top" style="padding:0 6px 10px 0"><b class="{{style}}" style="font-size:30px;line-height:1.1">{{count}}</b><br><span style="font-size:13px"><span style="color:{{background}}">■</span> {{name}}</span></td>
        {{/tiles}}
        </tr></table>
        {{#wholeBar}}
        <table role="presentation" aria-hidden="true" width="100%" cellpadding="0" cellspacing="0"><tr>
        {{#cells}}
        <td width="{{percent}}%" align="center" bgcolor="{{background}}" class="b" style="background:{{background}};color:{{color}};font-size:12px;line-height:22px;border-right:2px solid #ffffff">{{count}}</td>
        {{/cells}}
        </tr></table>
        {{/wholeBar}}
        {{#lead}}
        <p style="margin:10px 0 0">{{.}}</p>
        {{/lead}}
        </td></tr></table>

        {{#hasCorrections}}
        <h2 style="margin:32px 0 10px;padding-left:10px;border-left:4px solid #a3201c;font-size:18px;line-height:1.4">{{label.corrections}}</h2>
        {{#corrections}}
        <p style="margin:0 0 6px">{{.}}</p>
        {{/corrections}}
        {{/hasCorrections}}
        {{#closing}}
        <h2 style="margin:32px 0 10px;padding-left:10px;border-left:4px solid #2f7d68;font-size:18px;line-height:1.4">{{heading}}</h2>
        {{#sentences}}
        <p style="margin:0 0 6px">{{.}}</p>
        {{/sentences}}
        {{#groups}}
        <h3 style="margin:18px 0 6px;font-size:15px">{{heading}}</h3>
        {{#items}}
        <p style="margin:0 0 4px"><b class="{{style}}">{{outcome}}</b> {{name}} <span class="m">{{departments}} {{value}}</span></p>
        {{/items}}
        {{/groups}}
        {{/closing}}
        <h2 style="margin:32px 0 10px;padding-left:10px;border-left:4px solid #2f7d68;font-size:18px;line-height:1.4">{{label.observe}}</h2>
        {{#observe}}
        <p style="margin:0 0 6px">{{.}}</p>
        {{/observe}}
        {{#hasMissing}}
        <h3 style="margin:18px 0 6px;font-size:15px">{{label.missingHeading}}</h3>
        <table class="r" width="100%" cellpadding="5" cellspacing="0" style="font-size:14px">
        <thead><tr><th class="h" scope="col">{{label.department}}</th><th class="n" scope="col" align="right">{{label.given}} / {{label.owed}}</th><th class="n" scope="col" align="right">{{label.rejected}}</th><th class="h" scope="col">{{label.lastAccepted}}</th></tr></thead>
        <tbody>
        {{#missing}}
        <tr><th scope="row" align="left">{{department}}</th><td class="n" align="right">{{given}} / {{owed}}</td><td class="n" align="right">{{rejected}}</td><td class="t">{{lastAccepted}}</td></tr>
        {{/missing}}
        </tbody></table>
        {{/hasMissing}}

        <h2 style="margin:32px 0 10px;padding-left:10px;border-left:4px solid #2f7d68;font-size:18px;line-height:1.4">{{label.orient}}</h2>
        <h3 style="margin:18px 0 6px;font-size:15px">{{label.countsHeading}}</h3>
        {{#goalBars}}
        <p style="margin:8px 0 3px;font-size:13px">{{name}} <span class="m">{{spoken}}</span></p>
        <table role="presentation" aria-hidden="true" width="100%" cellpadding="0" cellspacing="0"><tr>
        {{#cells}}
        <td width="{{percent}}%" align="center" bgcolor="{{background}}" class="b" style="background:{{background}};color:{{color}};font-size:12px;line-height:18px;border-right:2px solid #ffffff">{{count}}</td>
        {{/cells}}
        </tr></table>
        {{/goalBars}}
        <table class="r" width="100%" cellpadding="4" cellspacing="0" style="font-size:14px;margin-top:14px">
        <thead><tr><th class="h" scope="col">{{label.status}}</th>{{#columns}}<th class="n" scope="col" align="right">{{.}}</th>{{/columns}}</tr></thead>
        <tbody>
        {{#statusRows}}
        <tr><th class="s {{style}}" scope="row" align="left">{{name}}</th>{{#counts}}<td class="n" align="right">{{.}}</td>{{/counts}}</tr>
        {{/statusRows}}
        <tr><th scope="row" align="left">{{label.total}}</th>{{#totals}}<td class="n" align="right"><b>{{.}}</b></td>{{/totals}}</tr>
        </tbody></table>
        <h3 style="margin:18px 0 6px;font-size:15px">{{label.changesHeading}}</h3>
        {{#changes}}
        <p style="margin:0 0 6px">{{.}}</p>
        {{/changes}}
        {{#lists}}
        <h3 style="margin:22px 0 8px;font-size:15px">{{heading}}</h3>
        {{#cards}}
        <table role="presentation" class="lag" width="100%" cellpadding="12" cellspacing="0"><tr><td>
        <p><b class="{{style}}">{{status}}</b>{{#earlier}} <span class="m">{{.}}</span>{{/earlier}}<br><b class="nm">{{name}}</b> <span class="m">{{departments}}</span></p>
        <table class="r f" width="100%" cellpadding="4" cellspacing="0"><tr><th class="h" width="28%">{{label.value}}</th><th class="h" width="24%">{{label.expected}}</th><th class="h" width="24%">{{label.achievement}}</th><th class="h">{{label.progress}}</th></tr><tr><td><b>{{value}}</b><br><span class="m">{{basis}}{{#period}}<br>{{.}}{{/period}}</span></td><td>{{expected}}</td><td>{{achievement}}</td><td>{{progress}}</td></tr></table>
        {{#forecast}}
        <p>{{.}}</p>
        {{/forecast}}
        {{#season}}
        <p class="m">{{label.season}} {{words}}</p>
        <table class="sn" cellpadding="0" cellspacing="1" role="img" aria-label="{{label.season}} {{words}}"><tr>{{#months}}<td valign="bottom" height="16"><div style="height:{{height}}px"></div></td>{{/months}}</tr></table>
        {{/season}}
        {{#reasons}}
        <p>{{.}}</p>
        {{/reasons}}
        {{#required}}
        <p>{{.}}</p>
        {{/required}}
        {{#signals}}
        <p><b>{{.}}</b></p>
        {{/signals}}
        <p class="m">{{label.target}} {{target}}<br>{{place}}</p>
        </td></tr></table>
        {{/cards}}
        {{#questions}}
        <p style="margin:0 0 8px"><b>{{name}}</b> <span class="m">{{departments}}</span>{{#items}}<br>{{.}}{{/items}}</p>
        {{/questions}}
        {{#views}}
        <p style="margin:0 0 8px"><b class="{{style}}">{{status}}</b><br><b>{{name}}</b> <span class="m">{{departments}}</span><br>{{view}}</p>
        {{/views}}
        {{#hasRows}}
        <table class="r x" width="100%" cellpadding="5" cellspacing="0" style="font-size:14px">
        <thead><tr><th class="h" scope="col">{{label.indicator}}</th><th class="n" scope="col" align="right">{{label.value}}</th><th class="n" scope="col" align="right">{{label.expected}}</th><th class="n" scope="col" align="right">{{label.achievement}}</th><th class="n" scope="col" align="right">{{label.progress}}</th></tr></thead>
        <tbody>
        {{#rows}}
        <tr><th scope="row" align="left" width="44%">{{name}}<br><span class="m">{{departments}}{{#period}} {{.}}{{/period}}{{#forecast}}<br>{{.}}{{/forecast}}{{#signals}}<br>{{.}}{{/signals}}</span>{{#season}}<table class="sn" cellpadding="0" cellspacing="1" role="img" aria-label="{{label.season}} {{words}}"><tr>{{#months}}<td valign="bottom" height="16"><div style="height:{{height}}px"></div></td>{{/months}}</tr></table>{{/season}}</th><td class="n v" align="right">{{value}}</td><td class="n e" align="right">{{expected}}</td><td class="n k" align="right">{{achievement}}</td><td class="n p" align="right">{{progress}}</td></tr>
        {{/rows}}
        </tbody></table>
        {{/hasRows}}
        {{/lists}}
        <p class="m" style="margin:14px 0 0">{{label.noteRates}}</p>

        <h2 style="margin:32px 0 10px;padding-left:10px;border-left:4px solid #2f7d68;font-size:18px;line-height:1.4">{{label.decide}}</h2>
        {{#requests}}
        <p style="margin:12px 0 4px;font-weight:bold">{{sentence}}</p>
        {{#hasItems}}
        <ul style="margin:0;padding-left:22px">
        {{#items}}
        <li>{{.}}</li>
        {{/items}}
        </ul>
        {{/hasItems}}
        {{/requests}}
        {{^requests}}
        <p style="margin:0">{{label.nothingToDecide}}</p>
        {{/requests}}
        {{#hasOutcomes}}
        <h3 style="margin:22px 0 6px;font-size:15px">{{label.outcomes}}</h3>
        <p class="m" style="margin:0 0 8px">{{loopTime}}</p>
        {{#outcomes}}
        <p style="margin:0 0 12px"><b>{{heading}}</b><br><span class="m">{{origin}}</span><br>{{label.reason}} {{why}}{{#what}}<br>{{label.whatIsDone}} {{.}}{{/what}}<br><b class="{{style}}">{{label.effect}} {{effectText}}</b>{{#comparisons}}<br><span class="m">{{.}}</span>{{/comparisons}}</p>
        {{/outcomes}}
        {{/hasOutcomes}}

        <h2 style="margin:32px 0 10px;padding-left:10px;border-left:4px solid #2f7d68;font-size:18px;line-height:1.4">{{label.act}}</h2>
        {{#deeds}}
        <p style="margin:0 0 6px"><span class="m">{{moment}}</span><br>{{text}}</p>
        {{/deeds}}
        {{^deeds}}
        <p style="margin:0">{{label.nothingDone}}</p>
        {{/deeds}}
        {{#hasActs}}
        <h3 style="margin:22px 0 6px;font-size:15px">{{label.openActs}}</h3>
        {{#openActs}}
        <p style="margin:0 0 8px"><b class="{{style}}">{{when}}</b> {{what}}<br><span class="m">{{about}}</span></p>
        {{/openActs}}
        {{/hasActs}}

        <h2 style="margin:32px 0 10px;padding-left:10px;border-left:4px solid #2f7d68;font-size:18px;line-height:1.4">{{label.annex}}</h2>
        {{#annex}}
        <h3 style="margin:22px 0 6px;font-size:15px">{{heading}}</h3>
        <table class="r x" width="100%" cellpadding="4" cellspacing="0" style="font-size:13px">
        <thead><tr><th class="h" scope="col">{{label.indicator}}</th><th class="n" scope="col" align="right">{{label.value}}</th><th class="n" scope="col" align="right">{{label.expected}}</th><th class="n" scope="col" align="right">{{label.achievement}}</th><th class="n" scope="col" align="right">{{label.progress}}</th><th class="h" scope="col">{{label.status}}</th></tr></thead>
        <tbody>
        {{#parts}}
        {{#measure}}
        <tr><td colspan="6" style="padding-top:14px"><b>{{.}}</b></td></tr>
        {{/measure}}
        <tr><td class="m" colspan="6">{{heading}}</td></tr>
        {{#rows}}
        <tr><th scope="row" align="left" width="38%">{{name}}{{#forecast}}<br><span class="m">{{.}}</span>{{/forecast}}{{#notes}}<br><span class="m">{{.}}</span>{{/notes}}{{#signals}}<br><span class="m">{{.}}</span>{{/signals}}{{#season}}<table class="sn" cellpadding="0" cellspacing="1" role="img" aria-label="{{label.season}} {{words}}"><tr>{{#months}}<td valign="bottom" height="16"><div style="height:{{height}}px"></div></td>{{/months}}</tr></table>{{/season}}</th><td class="n v" align="right">{{value}}</td><td class="n e" align="right">{{expected}}</td><td class="n k" align="right">{{achievement}}</td><td class="n p" align="right">{{progress}}</td><td class="s {{style}}">{{status}}</td></tr>
        {{/rows}}
        {{/parts}}
        </tbody></table>
        {{/annex}}

        <p class="m" style="margin:32px 0 0;padding-top:12px;border-top:1px solid #e3e7ec;color:#5a6673;font-size:12px">{{label.footer}}</p>
        </td></tr></table>
        </td></tr></table>
        </body>
        </html>

        """#
}
