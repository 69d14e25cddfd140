import Markup

/// The rules that `figures` need within a page, light and dark: those that each has for itself when it
/// stands alone, once for all.
///
/// The page's `color-scheme` says which of two colours counts. A browser that does not know `light-dark`
/// paints in light colours.
package func pageStyle(for figures: [Figure]) -> String {
  let classes = figures.reduce(into: Set<String>()) { $0.formUnion($1.element.classes) }
  let sizes = TextRole.allCases.filter { classes.contains($0.name) }.map { role in
    let weight = role.weight == .semibold ? ";font-weight:600" : ""
    return "svg .\(role.name){font-size:\(coordinate(role.size))px\(weight)}"
  }
  let colors = Paint.all.flatMap { paint in
    [("fill", paint.fill), ("stroke", paint.stroke)].filter { classes.contains($0.1) }
      .map { property, name in
        let (light, dark) = (ColorTable.light.color(of: paint), ColorTable.dark.color(of: paint))
        return "svg .\(name){\(property):\(light);\(property):light-dark(\(light),\(dark))}"
      }
  }
  return (sizes + colors).joined(separator: "\n")
}
