/// What pages that stand for themselves have in common: how they begin, their type and their colours.
///
/// The summary has no more of it than the opening: it must hold in mail readers, which take little of a style sheet.
enum PageStyle {
    /// How every page begins in Mustache, the summary too.
    static let opening = #"""
        {{% CONTENT_TYPE:SHIRUBE_HTML}}
        <!DOCTYPE html>
        <html lang="{{language}}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">

        """#

    /// The beginning of a page, up to where a page adds rules of its own.
    static let head =
        opening + #"""
            <title>{{title}}</title>
            <style>
            body{margin:0 auto;padding:24px;font-family:'Hiragino Sans','Hiragino Kaku Gothic ProN','Yu Gothic UI','Yu Gothic',Meiryo,'Noto Sans CJK JP','Noto Sans JP',sans-serif;background:#fff;color:#1d252d}
            table{border-collapse:collapse}
            .m{color:#4a5561}
            @media (prefers-color-scheme:dark){body{background:#14181d;color:#e6eaee}.m{color:#a5b0bc}}

            """#
}
