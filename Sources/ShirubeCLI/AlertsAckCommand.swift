import ArgumentParser
import Shirube
import ShirubeCore

/// `shirube alerts ack`: an answer to an alert.
struct AlertsAckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ack",
        abstract: "警告への対応を記録する (records what is done about an alert)",
        discussion: """
            要因、取組、見直しの日を記録します。見直しの日まで催促は止まり、その日にあらためて知らせます。悪化したときは、その前でも\
            知らせます。
            Records the cause, the action and the day of review. Reminders stop until that day, on which people are told anew; \
            where it gets worse they are told before.

            例 (examples):
              shirube alerts ack 12 --reason "求人が減った" --action "説明会を2回増やす" --review 2027-01-15 --by 工業・雇用振興課長

            終了コード (exit codes): 0 完了 done, 65 その警告はない、または日付が過ぎている no such alert, or its day is past
            """)

    @OptionGroup var options: AlertsOptions
    @OptionGroup var act: ActRecord

    @Argument(help: ArgumentHelp("警告の番号か指標のID (an alert's number or an indicator's id)"))
    var alert: String

    @Option(name: .long, help: ArgumentHelp("行うこと (what is done about it)", valueName: "text"))
    var action: String

    @Option(
        name: .long,
        help: ArgumentHelp("見直しの日 (the day on which it is looked at again)", valueName: "date"))
    var review: CivilDate

    func validate() throws {
        if CellText.trimmed(action).isEmpty {
            throw ValidationError(
                "--action: say what is done, because it is shown beside the alert.")
        }
    }

    func run() async throws {
        try await options.act(act) { entry, scene, author in
            let row = try entry.acknowledge(
                alert, type: options.type, reason: act.why.text,
                answer: AlertTransition.Answer(
                    action: CellText.trimmed(action), reviewOn: review),
                by: author, in: scene.store, now: scene.now)
            let day = review.longWording
            return Wording(
                ja: "警告\(row.alert.id)（\(row.name)）への対応を記録しました。見直しは\(day.japanese)です。",
                en: "Recorded the answer to alert \(row.alert.id) (\(row.name)); it is reviewed on "
                    + "\(day.english).")
        }
    }
}

/// `shirube alerts silence`: nothing is told until a day.
struct AlertsSilenceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "silence",
        abstract: "期限まで知らせない (tells nobody anything until a day)",
        discussion: """
            指標か課を指定します。警告は開いたまま残り、経過も記録されます。当てはまる警告がなくなった休止は、一覧に示します。
            Takes an indicator or a department. Alerts stay open and are recorded; a silence that matches nothing any more is \
            shown in the list.

            例 (examples):
              shirube alerts silence m01-1-1 --until 2027-03-31 --reason "会場の改修中"
              shirube alerts silence --department kogyo-koyo --type overdue --until 2027-01-31 --reason "移転"

            終了コード (exit codes): 0 完了 done, 65 指定するものがない、または日付が過ぎている nothing of that name, or its day is past
            """)

    @OptionGroup var options: AlertsOptions
    @OptionGroup var act: ActRecord

    @Argument(help: ArgumentHelp("指標のID (the indicator's id)", valueName: "kpi"))
    var kpi: String?

    @Option(name: .long, help: ArgumentHelp("この課の指標すべて (all of a department)", valueName: "id"))
    var department: String?

    @Option(name: .long, help: ArgumentHelp("最後の日 (the last day)", valueName: "date"))
    var until: CivilDate

    func validate() throws {
        guard (kpi == nil) != (department == nil) else {
            throw ValidationError("Give an indicator or --department, and not both.")
        }
    }

    func run() async throws {
        try await options.act(act) { entry, scene, author in
            let quiet = try entry.silence(
                indicator: kpi, department: department, type: options.type, until: until,
                reason: act.why.text, by: author, in: scene.store, now: scene.now)
            return quiet.words
        }
    }
}

/// `shirube alerts unsilence`: ends a silence.
struct AlertsUnsilenceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unsilence",
        abstract: "休止を取り消す (ends a silence before its day)",
        discussion: """
            例 (examples):
              shirube alerts unsilence 3 --reason "改修が終わった"

            終了コード (exit codes): 0 完了 done, 65 その休止はない no such silence
            """)

    @OptionGroup var options: AlertsOptions
    @OptionGroup var act: ActRecord

    @Argument(help: ArgumentHelp("休止の番号 (the silence's number)"))
    var number: Int64

    func run() async throws {
        try await options.act(act) { entry, scene, author in
            let silence = try entry.unsilence(
                number, reason: act.why.text, by: author, in: scene.store, now: scene.now)
            return Wording(
                ja: "休止\(silence.id)（\(silence.until)まで）を取り消しました。",
                en: "Ended silence \(silence.id), which would have lasted until \(silence.until).")
        }
    }
}
