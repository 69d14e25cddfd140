/// The rules of a figure's `<style>`: what its marks use and no more.
///
/// Every selector begins with the figure's id, so that many figures can stand in one page. The dark
/// rules repeat the light ones with other literals inside a media query.
struct Stylesheet {
  let id: String
  let classes: Set<String>

  func text(theme: Theme, paper: Paper?) -> String {
    let lines =
      switch (paper, theme) {
      case (.some, _): [base] + rules(ColorTable.paper)
      case (nil, .dark): [base] + rules(ColorTable.dark)
      case (nil, .light): [base] + rules(ColorTable.light)
      case (nil, .auto):
        [base] + rules(ColorTable.light) + ["@media (prefers-color-scheme:dark){"]
          + rules(ColorTable.dark) + ["}"]
      }
    return "\n" + lines.joined(separator: "\n") + "\n"
  }

  private var base: String {
    let sizes = TextRole.allCases.filter { classes.contains($0.name) }.map { role in
      let weight = role.weight == .semibold ? ";font-weight:600" : ""
      return "\n#\(id) .\(role.name){font-size:\(coordinate(role.size))px\(weight)}"
    }
    return """
      #\(id){font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;\
      font-size:13px;font-variant-numeric:tabular-nums}
      """ + sizes.joined()
  }

  private func rules(_ colors: ColorTable) -> [String] {
    Paint.all.flatMap { paint in
      let color = colors.color(of: paint)
      let fill = "#\(id) .\(paint.fill){fill:\(color)}"
      let stroke = "#\(id) .\(paint.stroke){stroke:\(color)}"
      return (classes.contains(paint.fill) ? [fill] : [])
        + (classes.contains(paint.stroke) ? [stroke] : [])
    }
  }
}

extension Paint {
  static let all: [Paint] =
    [.page, .ink, .muted, .axis, .faint, .quiet] + (0..<Palette.size).map(Paint.series)
    + (0..<Paint.steps).map(Paint.step)
}
