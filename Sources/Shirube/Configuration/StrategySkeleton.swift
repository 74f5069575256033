extension StrategyFile {
    /// A commented strategy file to start from (`shirube strategy new`); it passes `strategy check`
    /// as it is.
    package static let skeleton = """
        # 総合戦略のひな形です。例を自分の市のものに書き換え、次のコマンドで確かめてください。
        #   shirube strategy check このファイル
        #
        # idは半角の英小文字、数字、ハイフンです。報告や記録に残るので、一度決めたら変えません。
        # 期間は FY2022（年度）、FY2022H1（上半期）、FY2022Q2（第2四半期）、FY2022-05（5月）、
        # 暦年の指標は CY2022 や CY2022Q2 のように書きます。
        # 資料から分からないことは作らず、null と書き、理由を gap に書きます。
        strategy: rei-2025
        name: 例市総合戦略
        city: 例市
        # 計画期間の最初と最後の年度
        term: {from: FY2025, to: FY2029}
        # 人口の見通し（省略できます）
        outlook:
          - {year: 2040, population: 50000}

        # 課の一覧。idはCSVを置くフォルダーの名前になります。
        departments:
          - {id: kikaku, name: 企画課}
          - {id: shoko, name: 商工課}
        # 戦略を取りまとめる課
        planningDepartment: kikaku

        goals:
          - id: g1
            number: 1
            name: 地元で働く人を増やす
            # 基本目標の数値目標。担当課（departments）を必ず書きます。
            indicators:
              - id: g1-1
                name: 新規雇用創出数
                unit: 人
                departments: [kikaku]
                # 基準値。ないときは「baseline: null」
                baseline: {value: 46, period: FY2023}
                target: {value: 230, period: FY2029}
                # 種別
                #   K1 計画期間の合計        K2 開始以来の累計      K3 期間合計どうしの比較
                #   K4 1年ごとの量           K5 ある時点の量・水準  K6a 業務記録による割合
                #   K6b アンケートの割合     K7 維持する水準        K8 段階のある仕事
                #   K9 基準値より低い下限・見込み  K10 減らす目標   K11 上限
                kind: K1
                # atLeast（目標値以上、省略時）、atMost（目標値以下、K10とK11）、maintain（維持、K7）。
                # 目標値が基準値より低いときは省略できません。
                sense: atLeast
                # 「累計」の意味。K1は planSum、K2は runningTotal、K3は periodTotal、ほかは none（省略時）
                cumulative: planSum
                # fiscal（年度、省略時）か calendar（暦年）
                calendar: fiscal
                # 報告の頻度。month、quarter（省略時）、half、year
                cadence: quarter
                # ここから下は、あるときだけ書きます。
                # 年ごとの計画値
                plan: {FY2025: 40, FY2026: 45, FY2027: 45, FY2028: 50, FY2029: 50}
                # この指標だけの提出期限。期間の末日から数えた開庁日か、何か月後の何日か（{months: 8, day: 20}）
                due: {workingDays: 15}
                # 市の会計の金額で、5月31日までは速報とするか（省略時は、年度の指標で単位が円のとき true）
                publicMoney: false
                # 実績の出る月（省略時は毎月）
                activeMonths: [4, 10]
                # 感染症や地震などの共通要因があり、季節や傾向を学ぶ年から除く年（戦略の全体にも書けます）
                commonCauseYears: [FY2026]
                # 担当課に確かめたいこと
                questions:
                  - 基準値は1年分の人数ですか。
                # 答えが出るまで判定を止めるときは true（省略時は false）
                blocked: false
                # 覚え書き
                notes:
                  - ハローワークの統計による。
            # 施策の基本的方向
            directions:
              - id: "1-1"
                name: 若者の就職を支える
                # 施策。番号は戦略を通して付けます。
                measures:
                  - id: m01
                    number: 1
                    name: 若者の市内就職の促進
                    # 事業
                    programs:
                      - id: m01-1
                        name: 合同就職説明会事業
                        departments: [shoko]
                        # SDGsの目標の番号（省略できます）
                        sdgs: [8, 11]
                        # 重要業績評価指標（KPI）。担当課は書かなければ事業と同じです。
                        indicators:
                          - id: m01-1-1
                            name: 満足した参加者の割合
                            unit: "%"
                            baseline: {value: 62.5, period: FY2023}
                            target: {value: 75, period: FY2029}
                            kind: K6b
                            cadence: year
                            # 基準値の回答者数
                            baselineN: 240
                            # K7・K9・K11では「tolerance: 1」のように、水準からのずれを認める幅も書けます。
                          - id: m01-1-2
                            name: 会場の改修
                            unit: 式
                            baseline: null
                            target: {value: 1, period: FY2027}
                            kind: K8
                            # 段階。weightは仕事全体に占める割合、dueは期限（省略できます）
                            stages:
                              - {name: 設計, weight: 0.3, due: FY2025}
                              - {name: 契約, weight: 0.6}
                              - {name: 完成, weight: 1, due: FY2027}
            # 方向の分からない施策（省略できます）
            measures:
              - id: m02
                number: 2
                name: null
                gap: 施策の見出しが資料から失われています。

        """
}
