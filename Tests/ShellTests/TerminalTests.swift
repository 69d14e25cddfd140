import Glibc
import Testing

@testable import Shell

@Suite struct TerminalTests {
  @Test(arguments: [(0, 80), (24, 0), (0, 0)] as [(UInt16, UInt16)])
  func `a terminal without rows or columns has no size`(rows: UInt16, columns: UInt16) {
    let terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    defer { close(terminal) }
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    #expect(ioctl(terminal, UInt(TIOCSWINSZ), &size) == 0)
    #expect(Terminal.size(of: terminal) == nil)
    size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
    #expect(ioctl(terminal, UInt(TIOCSWINSZ), &size) == 0)
    #expect(Terminal.size(of: terminal)?.rows == 24)
  }
}
