/// The page of the calibration, in Mustache: tables with headings, and a picture that says nothing more than they do.
enum CalibrationTemplate {
    static let text =
        PageStyle.head + #"""
            body{max-width:760px;font-size:15px;line-height:1.65}
            table{margin:12px 0;font-size:14px}
            th,td{border-bottom:1px solid #c3cbd4;padding:5px 10px;text-align:right;font-variant-numeric:tabular-nums}
            th{font-weight:normal;color:#4a5561}th:first-child{text-align:left}
            .m{font-size:13px}
            svg{max-width:100%}.axis{stroke:#4a5561;fill:none}.ideal{stroke:#4a5561;stroke-dasharray:4 4}.point{fill:#1f6657}svg text{fill:#4a5561;font-size:11px}
            @media (prefers-color-scheme:dark){
            th{color:#a5b0bc}th,td{border-color:#323b46}
            .axis,.ideal{stroke:#a5b0bc}.point{fill:#7fd1bb}svg text{fill:#a5b0bc}
            }
            </style>
            </head>
            <body>
            {{#strategies}}
            <h1>{{name}}</h1>
            <p class="m">{{cutoff}}</p>
            {{#sentences}}
            <p>{{.}}</p>
            {{/sentences}}
            {{#hasGroups}}
            <table>
            <thead><tr>{{#headings}}<th scope="col">{{.}}</th>{{/headings}}</tr></thead>
            <tbody>
            {{#groups}}
            <tr><th scope="row">{{head}}</th>{{#cells}}<td>{{.}}</td>{{/cells}}</tr>
            {{/groups}}
            </tbody></table>
            {{/hasGroups}}
            {{#pictures}}
            <h2>{{label}}</h2>
            <svg role="img" aria-label="{{spoken}}" width="280" height="270" viewBox="0 0 280 270">
            <title>{{spoken}}</title>
            <path class="axis" d="M20 20V220H220"/>
            <path class="ideal" d="M20 220L220 20"/>
            {{#points}}
            <circle class="point" cx="{{x}}" cy="{{y}}" r="5"/>
            {{/points}}
            <text x="20" y="236" text-anchor="middle">0%</text><text x="220" y="236" text-anchor="middle">100%</text><text x="120" y="254" text-anchor="middle">{{forecast}}</text>
            <text x="226" y="24">100%</text><text x="24" y="14">{{observed}}</text>
            </svg>
            <table>
            <thead><tr>{{#binHeadings}}<th scope="col">{{.}}</th>{{/binHeadings}}</tr></thead>
            <tbody>
            {{#bins}}
            <tr><th scope="row">{{head}}</th>{{#cells}}<td>{{.}}</td>{{/cells}}</tr>
            {{/bins}}
            </tbody></table>
            {{/pictures}}
            {{/strategies}}
            <p class="m">{{footer}}</p>
            </body>
            </html>

            """#
}
