internal import Mustache

/// The templates of the web pages, in Mustache.
///
/// Every tag with two braces is escaped.
enum SiteTemplates {
    /// All templates, by name.
    ///
    /// - Throws: an error of swift-mustache where one is malformed.
    static func library() throws -> MustacheLibrary {
        MustacheContentTypes.register(EscapedHTML(), named: EscapedHTML.name)
        return MustacheLibrary(
            templates: try [
                "layout": layout, "table": table, "overview": overview, "branch": branch,
                "indicators": indicators, "indicator": indicator, "list": list,
                "editions": editions, "methods": methods, "data": data, "figure": figure,
                "grid": grid, "sheet": sheet,
            ].mapValues { try MustacheTemplate(string: pragma + $0) })
    }

    private static let pragma = "{{% CONTENT_TYPE:SHIRUBE_HTML}}\n"

    /// What every page has around its content.
    ///
    /// Nothing is loaded from elsewhere, and nothing runs but the site's own script.
    private static let layout = #"""
        <!DOCTYPE html>
        <html lang="{{language}}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'">
        <meta name="referrer" content="no-referrer">
        <title>{{fullTitle}}</title>
        <link rel="stylesheet" href="{{root}}assets/style.css">
        <link rel="alternate" hreflang="{{other}}" href="{{alternate}}">
        <script src="{{root}}assets/site.js" defer></script>
        </head>
        <body>
        <a class="skip" href="#main">{{label.skip}}</a>
        <header class="top">
        <p class="site"><a href="{{home}}">{{siteTitle}}</a>{{#badges}} <strong class="badge">{{.}}</strong>{{/badges}}</p>
        <p class="language"><a href="{{alternate}}" lang="{{other}}" hreflang="{{other}}">{{label.otherLanguage}}</a></p>
        <nav aria-label="{{label.navigation}}"><ul>
        {{#navigation}}
        <li><a href="{{href}}"{{#isCurrent}} aria-current="page"{{/isCurrent}}>{{title}}</a></li>
        {{/navigation}}
        </ul></nav>
        </header>
        {{#hasCrumbs}}
        <nav class="crumbs" aria-label="{{label.whereAmI}}"><ol>
        {{#crumbs}}
        <li><a href="{{href}}">{{title}}</a></li>
        {{/crumbs}}
        <li aria-current="page">{{title}}</li>
        </ol></nav>
        {{/hasCrumbs}}
        <main id="main" tabindex="-1">
        <h1>{{title}}</h1>
        {{{body}}}
        </main>
        <footer>
        <p>{{#facts}}<span>{{.}}</span> {{/facts}}</p>
        <p>{{licence}} <a href="{{licenceHref}}">{{licenceName}}</a></p>
        <p>{{label.publisher}} {{publisher}}{{#contact}} <span>{{label.contact}} {{.}}</span>{{/contact}}</p>
        </footer>
        </body>
        </html>

        """#

    /// Indicators in a table, which the site's script makes sortable.
    private static let table = #"""
        <div class="scroll" role="region" aria-label="{{caption}}" tabindex="0">
        <table class="sortable{{#isSearchable}} searchable{{/isSearchable}}">
        <caption class="v">{{caption}}</caption>
        <thead><tr><th scope="col">{{label.indicator}}</th><th scope="col">{{label.status}}</th><th scope="col" class="n">{{label.value}}</th><th scope="col" class="n">{{label.expected}}</th><th scope="col" class="n">{{label.target}}</th><th scope="col" class="n">{{label.achievement}}</th><th scope="col" class="n">{{label.forecast}}</th>{{#showsChance}}<th scope="col" class="n">{{label.chance}}</th>{{/showsChance}}</tr></thead>
        <tbody>
        {{#rows}}
        <tr><th scope="row"><a href="{{href}}">{{name}}</a><span class="m">{{departments}}</span>{{#why}}<span class="m">{{.}}</span>{{/why}}</th><td class="s {{style}}"><span aria-hidden="true">{{symbol}}</span> {{status}}</td><td class="n" data-sort="{{valueSort}}">{{value}}{{#period}}<span class="m">{{.}}</span>{{/period}}</td><td class="n" data-sort="{{expectedSort}}">{{expected}}</td><td class="n" data-sort="{{targetSort}}">{{target}}</td><td class="n" data-sort="{{achievementSort}}">{{achievement}}</td><td class="n" data-sort="{{forecastSort}}">{{forecast}}</td>{{#chance}}<td class="n">{{.}}</td>{{/chance}}</tr>
        {{/rows}}
        </tbody>
        </table>
        </div>

        """#

    /// A picture, what it shows in words, and its figures as a table.
    private static let figure = #"""
        <figure class="chart">
        <div class="picture" role="group" aria-label="{{caption}}" tabindex="0">{{{svg}}}</div>
        <figcaption>{{alternative}}</figcaption>
        <details><summary>{{label.chartTable}}</summary>
        {{> grid}}
        </details>
        </figure>

        """#

    /// A plain table: the first cell of each row names it.
    private static let grid = #"""
        <div class="scroll" role="region" aria-label="{{caption}}" tabindex="0">
        <table>
        <caption class="v">{{caption}}</caption>
        <thead><tr>{{#heads}}<th scope="col"{{#isNumber}} class="n"{{/isNumber}}>{{text}}</th>{{/heads}}</tr></thead>
        <tbody>
        {{#lines}}
        <tr><th scope="row">{{first}}</th>{{#rest}}<td{{#isNumber}} class="n"{{/isNumber}}>{{text}}</td>{{/rest}}</tr>
        {{/lines}}
        </tbody>
        </table>
        </div>

        """#

    private static let tiles = #"""
        <ul class="tiles">
        {{#tiles}}
        <li class="{{style}}"><span class="count">{{count}}</span> <span class="what">{{name}}</span> <span class="m">{{statuses}}</span></li>
        {{/tiles}}
        </ul>

        """#

    private static let overview =
        #"""
        {{#lead}}
        <p class="lead">{{.}}</p>
        {{/lead}}
        {{#corrections}}
        <p class="notice">{{.}}</p>
        {{/corrections}}

        """# + tiles + #"""
            {{#bars}}
            {{> figure}}
            {{/bars}}
            <h2>{{label.goals}}</h2>
            <ul class="cards">
            {{#goals}}
            <li><a href="{{href}}">{{title}}</a><span class="m">{{counts}}</span></li>
            {{/goals}}
            </ul>
            <h2>{{label.needsAction}}</h2>
            {{#action}}
            {{> table}}
            {{/action}}
            {{^action}}
            <p>{{label.nothingNeedsAction}}</p>
            {{/action}}
            {{#achieved}}
            <h2>{{label.newlyAchieved}}</h2>
            {{> table}}
            {{/achieved}}
            {{#missing}}
            <h2>{{heading}}</h2>
            {{> grid}}
            {{/missing}}
            {{#population}}
            <h2>{{label.population}}</h2>
            {{#sentences}}
            <p>{{.}}</p>
            {{/sentences}}
            {{> grid}}
            {{/population}}

            """#

    /// A part of the strategy, a department or a goal of the SDGs.
    private static let branch =
        #"""
        {{#lead}}
        <p class="lead">{{.}}</p>
        {{/lead}}

        """# + tiles + #"""
            {{#bars}}
            {{> figure}}
            {{/bars}}
            {{#lists}}
            <h2>{{heading}}</h2>
            <ul class="cards">
            {{#items}}
            <li><a href="{{href}}">{{title}}</a><span class="m">{{counts}}</span></li>
            {{/items}}
            </ul>
            {{/lists}}
            <h2>{{label.indicatorsOf}}</h2>
            {{#tables}}
            {{> table}}
            {{/tables}}
            {{^tables}}
            <p>{{label.none}}</p>
            {{/tables}}

            """#

    private static let indicators = #"""
        <div id="search" data-label="{{label.search}}" data-found="{{label.found}}"></div>
        {{#tables}}
        {{> table}}
        {{/tables}}

        """#

    private static let indicator = #"""
        <p class="status {{style}}"><span aria-hidden="true">{{symbol}}</span> <strong>{{status}}</strong> <span>{{meaning}}</span></p>
        {{#internal}}
        <p class="internal">{{.}}</p>
        {{/internal}}
        <h2>{{label.now}}</h2>
        <dl class="facts">
        {{#facts}}
        <div><dt>{{name}}</dt><dd>{{text}}</dd></div>
        {{/facts}}
        </dl>
        {{#charts}}
        <h2>{{heading}}</h2>
        {{> figure}}
        {{/charts}}
        <h2>{{label.byQuarter}}</h2>
        {{#quarters}}
        {{> grid}}
        {{/quarters}}
        <h2>{{label.reported}}</h2>
        {{#reported}}
        {{> grid}}
        {{/reported}}
        {{^reported}}
        <p>{{label.none}}</p>
        {{/reported}}
        <h2>{{label.definition}}</h2>
        <dl class="facts">
        {{#definition}}
        <div><dt>{{name}}</dt><dd>{{#items}}{{#href}}<a href="{{.}}">{{/href}}{{text}}{{#href}}</a>{{/href}}<br>{{/items}}</dd></div>
        {{/definition}}
        </dl>
        <h2>{{label.definitionHistory}}</h2>
        {{#versions}}
        {{> grid}}
        {{/versions}}
        {{#decisions}}
        <h2>{{label.decisions}}</h2>
        {{> grid}}
        {{/decisions}}
        <h2>{{label.downloads}}</h2>
        <ul>
        {{#downloads}}
        <li><a href="{{href}}" download>{{title}}</a></li>
        {{/downloads}}
        </ul>

        """#

    /// All indicators in one picture, which is as wide as it needs to be.
    private static let sheet = #"""
        {{#bars}}
        <div class="wide" role="region" aria-label="{{label.indicators}}" tabindex="0">{{{svg}}}</div>
        <p>{{alternative}}</p>
        <details><summary>{{label.chartTable}}</summary>
        {{> grid}}
        </details>
        {{/bars}}

        """#

    /// Links to pages of one sort.
    private static let list = #"""
        <ul class="cards">
        {{#items}}
        <li><a href="{{href}}">{{title}}</a><span class="m">{{counts}}</span></li>
        {{/items}}
        </ul>
        {{#bars}}
        {{> figure}}
        {{/bars}}
        {{^items}}
        <p>{{label.none}}</p>
        {{/items}}

        """#

    private static let editions = #"""
        {{#items}}
        <p><a href="{{href}}">{{title}}</a> <span class="m">{{counts}}</span></p>
        {{/items}}
        {{^items}}
        <p>{{label.noEditions}}</p>
        {{/items}}

        """#

    private static let methods = #"""
        {{#paragraphs}}
        <p>{{.}}</p>
        {{/paragraphs}}
        <h2>{{label.status}}</h2>
        <div class="scroll" role="region" aria-label="{{label.status}}" tabindex="0">
        <table>
        <caption class="v">{{label.status}}</caption>
        <thead><tr><th scope="col">{{label.status}}</th><th scope="col">{{label.group}}</th><th scope="col">{{label.meaning}}</th></tr></thead>
        <tbody>
        {{#statuses}}
        <tr><th scope="row" class="s {{style}}"><span aria-hidden="true">{{symbol}}</span> {{name}}</th><td>{{group}}</td><td>{{meaning}}</td></tr>
        {{/statuses}}
        </tbody>
        </table>
        </div>
        <h2>{{label.terms}}</h2>
        <dl class="facts">
        {{#terms}}
        <div><dt>{{#reading}}<ruby>{{word}}<rp>（</rp><rt>{{.}}</rt><rp>）</rp></ruby>{{/reading}}{{^reading}}{{word}}{{/reading}}</dt><dd>{{meaning}}</dd></div>
        {{/terms}}
        </dl>

        """#

    private static let data = #"""
        <h2>{{label.downloads}}</h2>
        <div class="scroll" role="region" aria-label="{{label.downloads}}" tabindex="0">
        <table>
        <caption class="v">{{label.downloads}}</caption>
        <thead><tr><th scope="col">{{label.file}}</th><th scope="col">{{label.content}}</th><th scope="col" class="n">{{label.size}}</th></tr></thead>
        <tbody>
        {{#files}}
        <tr><th scope="row"><a href="{{href}}" download>{{path}}</a></th><td>{{what}}</td><td class="n">{{size}}</td></tr>
        {{/files}}
        </tbody>
        </table>
        </div>
        <h2>{{label.licence}}</h2>
        <p>{{notice}}</p>
        <p><a href="{{licenceHref}}">{{licenceName}}</a></p>

        """#
}
