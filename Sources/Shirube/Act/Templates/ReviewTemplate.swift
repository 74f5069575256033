/// The page of a review, in Mustache: one sheet for a meeting, with a box to write down what is decided.
enum ReviewTemplate {
    static let text =
        PageStyle.head + #"""
            @page{size:A4;margin:12mm}
            body{max-width:860px;font-size:14px;line-height:1.55}
            h1{font-size:21px;line-height:1.4;margin:0 0 4px}h2{font-size:15px;margin:20px 0 6px;padding-left:8px;border-left:4px solid #2f7d68}
            p{margin:0 0 4px}.m{font-size:12px}.f span{margin-right:18px}
            .lead{font-size:15px;font-weight:bold;margin-top:8px}
            table{width:100%}
            th,td{border-bottom:1px solid #d5dae0;padding:5px 6px;text-align:left;vertical-align:top;font-weight:normal}
            thead th{color:#4a5561;font-size:12px;border-bottom:1px solid #8a95a1}
            tr.p th{background:#f3f5f7;font-weight:bold;font-size:13px}
            td.n,th.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
            td.s{white-space:nowrap;font-weight:bold}
            .g{color:#1f6657}.w{color:#805600}.a{color:#a3201c}.o{color:#4a5561}
            .d{border-left:3px solid #c3cbd4;padding-left:10px;margin:0 0 10px;break-inside:avoid}
            .box{border:1.5px solid #4a5561;border-radius:4px;break-inside:avoid}
            .box td,.box th{border:0;border-bottom:1px dotted #8a95a1;padding:7px 10px}.box tr:last-child td,.box tr:last-child th{border:0}
            .box td{min-width:4em}.box th{width:6em;white-space:nowrap;color:#4a5561}.box span{margin-right:2em;white-space:nowrap}
            tr{break-inside:avoid}
            @media (prefers-color-scheme:dark){
            th,td{border-color:#323b46}thead th,.box th{color:#a5b0bc}tr.p th{background:#1c2229}
            .g{color:#7fd1bb}.w{color:#f0c24b}.a{color:#ff9a92}.o{color:#a5b0bc}
            }
            @media print{.m{color:#4a5561}body{padding:0;font-size:11px;line-height:1.45;max-width:none;background:#fff;color:#1d252d}h1{font-size:17px}.lead{font-size:12px;margin-top:4px}h2{font-size:12.5px;margin:10px 0 3px}.m,thead th{font-size:10px}.d{margin-bottom:6px}td,th{padding:3px 5px}.box td,.box th{padding:9px 8px}}
            @media (max-width:600px){
            body{padding:14px}.k thead{display:none}.k th{width:auto!important}.k tr{display:block;border-bottom:1px solid #d5dae0;padding:6px 0}
            .k td,.k th{display:inline-block;border:0;padding:0 10px 0 0;text-align:left!important}.k th{display:block}
            .k td[data-l]:before{content:attr(data-l) " ";font-size:11px;color:#4a5561}
            }
            </style>
            </head>
            <body>
            <p class="m">{{strategy}} {{kind}}</p>
            <h1>{{name}}</h1>
            <p class="m f">{{#facts}}<span>{{label}} {{text}}</span> {{/facts}}</p>
            <p class="lead">{{#lead}}{{.}}{{/lead}}</p>

            <h2>{{label.indicators}}</h2>
            {{#hasIndicators}}
            <table class="k">
            <thead><tr><th scope="col" style="width:36%">{{label.indicator}}</th><th class="n" scope="col">{{label.value}}</th><th class="n" scope="col">{{label.expected}}</th><th class="n" scope="col">{{label.target}}</th><th class="n" scope="col">{{label.achievement}}</th><th class="n" scope="col">{{label.forecast}}</th><th scope="col">{{label.status}}</th></tr></thead>
            <tbody>
            {{#parts}}
            <tr class="p"><th colspan="7" scope="colgroup">{{heading}}</th></tr>
            {{#rows}}
            <tr><th scope="row">{{name}}<br><span class="m">{{departments}}{{#notes}}<br>{{.}}{{/notes}}</span></th><td class="n" data-l="{{label.value}}">{{value}}<br><span class="m">{{period}}</span></td><td class="n" data-l="{{label.expected}}">{{expected}}</td><td class="n t" data-l="{{label.target}}">{{target}}</td><td class="n" data-l="{{label.achievement}}">{{achievement}}<br><span class="m">{{label.progress}} {{progress}}</span></td><td class="n" data-l="{{label.forecast}}">{{forecast}}<br><span class="m">{{chance}}</span></td><td class="s {{style}}">{{status}}<br><span class="m">{{answer}}</span></td></tr>
            {{/rows}}
            {{/parts}}
            </tbody></table>
            {{/hasIndicators}}

            <h2>{{label.outcomes}}</h2>
            {{#loopTime}}
            <p class="m">{{.}}</p>
            {{/loopTime}}
            {{#outcomes}}
            <div class="d"><p><b>{{heading}}</b> <span class="m">{{origin}}</span></p><p>{{label.reason}} {{why}}{{#what}}<br>{{label.whatIsDone}} {{.}}{{/what}}</p><p><b class="{{style}}">{{label.effect}} {{effectText}}</b>{{#comparisons}}<br><span class="m">{{.}}</span>{{/comparisons}}</p></div>
            {{/outcomes}}
            {{^outcomes}}
            <p>{{label.noDecision}}</p>
            {{/outcomes}}

            <h2>{{label.openActs}}</h2>
            {{#openActs}}
            <p><b class="{{style}}">{{when}}</b> {{what}} <span class="m">{{about}}</span></p>
            {{/openActs}}
            {{^openActs}}
            <p>{{label.noAct}}</p>
            {{/openActs}}

            <h2>{{label.toDecide}}</h2>
            <table class="box">
            <tr><th scope="row">{{label.verdict}}</th><td colspan="5">{{#verdicts}}<span>□ {{.}}</span>{{/verdicts}}</td></tr>
            <tr><th scope="row">{{label.reason}}</th><td colspan="5"></td></tr>
            <tr><th scope="row">{{label.whatIsDone}}</th><td colspan="5"></td></tr>
            <tr><th scope="row">{{label.due}}</th><td></td><th scope="row">{{label.effectBy}}</th><td></td><th scope="row">{{label.post}}</th><td></td></tr>
            </table>
            <p class="m" style="margin-top:6px">{{label.record}} {{label.footer}}</p>
            </body>
            </html>

            """#
}
