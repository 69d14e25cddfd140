import Testing

import func Glibc.pow

@testable import Figures

@Suite struct ThemeTests {
  @Test(arguments: [ColorTable.light, .dark, .paper])
  func `words stand out from the page by 4.5 to 1`(colors: ColorTable) {
    #expect(contrast(colors.ink, colors.page) >= 4.5)
    #expect(contrast(colors.muted, colors.page) >= 4.5)
    #expect(colors.series.count == Palette.size)
    #expect(Set(colors.series).count == Palette.size)
  }

  @Test func `auto repeats the light rules with dark literals in a media query`() {
    let sheet = Stylesheet(id: "box", classes: ["fill-ink"])
    let text = sheet.text(theme: .auto, paper: nil)
    #expect(text.contains("#box .fill-ink{fill:#1b1f24}"))
    #expect(
      text.contains("@media (prefers-color-scheme:dark){\n#box .fill-ink{fill:#e9ebee}\n}"))
    #expect(!sheet.text(theme: .light, paper: nil).contains("@media"))
    #expect(!sheet.text(theme: .auto, paper: .oneColumn).contains("@media"))
  }

  @Test func `no rule needs a custom property`() {
    let classes = Set(Paint.all.flatMap { [$0.fill, $0.stroke] })
    #expect(!Stylesheet(id: "x", classes: classes).text(theme: .auto, paper: nil).contains("var("))
  }
}

/// The contrast ratio of WCAG 2.2, section 1.4.3.
private func contrast(_ one: String, _ other: String) -> Double {
  let (a, b) = (luminance(one), luminance(other))
  return (max(a, b) + 0.05) / (min(a, b) + 0.05)
}

private func luminance(_ hex: String) -> Double {
  let value = Int(hex.dropFirst(), radix: 16)!
  let channels = [value >> 16, (value >> 8) & 255, value & 255].map { channel in
    let share = Double(channel) / 255
    return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
  }
  return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
}
