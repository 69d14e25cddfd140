/// What functions of SQL take and give, in one line each, for the menu of completion.
///
/// **Source**: https://sqlite.org/lang_corefunc.html and its sister pages; the first part is benchdb's
/// own. Only those that the connection has are offered.
enum FunctionSignatures {
  struct Signature {
    /// What stands between the brackets.
    var arguments: String
    var meaning: String
    /// Whether it is what questions about results are asked with: benchdb's own and the plain ones.
    var isCommon: Bool

    var detail: String { "(\(arguments)) \(meaning)" }
  }

  // What begins with an a is to be avg and not a12, which few ask for.
  static let all: [String: Signature] = read(own) { $0 != "a12" }.merging(
    read(sqlite, isCommon: common.contains)
  ) {
    first, _ in first
  }

  /// Functions that nobody types: SQLite's own inner works.
  static let hidden: Set<String> = [
    "fts3_tokenizer", "fts5", "fts5_source_id", "fts5_insttoken", "fts5_locale", "load_extension",
    "match", "matchinfo", "offsets", "optimize", "rtreecheck", "rtreedepth", "rtreenode",
    "sqlite_compileoption_get", "sqlite_compileoption_used", "sqlite_log", "sqlite_source_id",
    "subtype", "current_date", "current_time", "current_timestamp", "likelihood", "likely",
    "unlikely", "sqlite_offset",
  ]

  /// Lines of `name(arguments) meaning`.
  private static func read(
    _ text: String, isCommon: (String) -> Bool
  ) -> [String: Signature] {
    var signatures: [String: Signature] = [:]
    for line in text.split(separator: "\n") {
      guard let opening = line.firstIndex(of: "("), let closing = line.firstIndex(of: ")") else {
        continue
      }
      let name = String(line[..<opening])
      signatures[name] = Signature(
        arguments: String(line[line.index(after: opening)..<closing]),
        meaning: String(line[line.index(after: closing)...].drop { $0 == " " }),
        isCommon: isCommon(name))
    }
    return signatures
  }
}

private let common: Set<String> = [
  "avg", "coalesce", "count", "group_concat", "iif", "max", "min", "printf", "rank", "round",
  "row_number", "sum",
]

private let own = """
  median(x) middle value
  quantile(x, p) value below which a share p lies
  stddev(x) standard deviation, n - 1
  variance(x) variance, n - 1
  iqr(x) interquartile range
  mad(x) median absolute deviation
  geomean(x) geometric mean
  corr(x, y) Pearson's correlation
  spearman(x, y) Spearman's rank correlation
  kendall(x, y) Kendall's rank correlation
  wilcoxon_p(x, y) p of Wilcoxon's signed-rank test
  wilcoxon(x, y) Wilcoxon's signed-rank test, as JSON
  cliffs_delta(x, y) Cliff's delta, an effect size
  a12(x, y) Vargha and Delaney's A12, an effect size
  rank_biserial(x, y) rank-biserial correlation, an effect size
  friedman_p(block, treatment, value) p of Friedman's test
  friedman(block, treatment, value) Friedman's test, as JSON
  friedman_ranks(sql) mean rank and wins of each treatment
  posthoc(sql, method, correction, control) each pair's p, corrected
  """

private let sqlite = """
  abs(x) absolute value
  acos(x) arc cosine
  acosh(x) inverse hyperbolic cosine
  asin(x) arc sine
  asinh(x) inverse hyperbolic sine
  atan(x) arc tangent
  atan2(y, x) arc tangent of y / x
  atanh(x) inverse hyperbolic tangent
  avg(x) mean
  bm25(table) how well a row fits a full-text search
  ceil(x) least integer not below x
  ceiling(x) least integer not below x
  changes() rows the last statement changed
  char(x, …) text of these code points
  coalesce(x, y, …) first that is not NULL
  concat(x, …) texts in a row
  concat_ws(separator, x, …) texts in a row, parted
  cos(x) cosine
  cosh(x) hyperbolic cosine
  count(x) rows where x is not NULL; of * all
  cume_dist() share of rows up to this one
  date(time, …) the date, YYYY-MM-DD
  datetime(time, …) date and time
  degrees(x) radians in degrees
  dense_rank() rank without gaps
  exp(x) e to the power of x
  first_value(x) x of the window's first row
  floor(x) greatest integer not above x
  format(format, …) printf
  generate_series(start, stop, step) a row per number
  glob(pattern, x) whether x fits a pattern of * and ?
  group_concat(x, separator) texts of a group, joined
  hex(x) bytes in hexadecimal
  highlight(table, column, open, close) text with what was found marked
  if(x, y, z) y where x is true, else z
  ifnull(x, y) x, or y where that is NULL
  iif(x, y, z) y where x is true, else z
  instr(x, y) where y is in x, from 1; 0 for nowhere
  json(x) JSON without spaces
  json_array(x, …) a JSON array
  json_array_length(json, path) elements of an array
  json_each(json, path) a row per element
  json_error_position(json) where JSON is wrong, 0 for nowhere
  json_extract(json, path, …) the value at a path
  json_group_array(x) a group's values as a JSON array
  json_group_object(name, x) a group's pairs as a JSON object
  json_insert(json, path, x, …) JSON with what was missing
  json_object(name, x, …) a JSON object
  json_patch(json, patch) JSON with another merged in
  json_pretty(json) JSON on many lines
  json_quote(x) a value as JSON
  json_remove(json, path, …) JSON without these
  json_replace(json, path, x, …) JSON with what was there changed
  json_set(json, path, x, …) JSON with this at the path
  json_tree(json, path) a row per element, at any depth
  json_type(json, path) the type of a value
  json_valid(x) whether it is JSON
  julianday(time, …) days since 4714 BC
  lag(x, offset, default) x of an earlier row
  last_insert_rowid() rowid of the last INSERT
  last_value(x) x of the window's last row
  lead(x, offset, default) x of a later row
  length(x) characters of a text, bytes of a blob
  like(pattern, x) whether x fits a pattern of % and _
  ln(x) natural logarithm
  log(base, x) logarithm; of one argument to base 10
  log10(x) logarithm to base 10
  log2(x) logarithm to base 2
  lower(x) text in lower case
  ltrim(x, characters) text without these at its start
  max(x) greatest value; of several, of them
  min(x) least value; of several, of them
  mod(x, y) remainder
  nth_value(x, n) x of the window's row n
  ntile(n) which of n equal parts the row is in
  nullif(x, y) x, or NULL where it equals y
  octet_length(x) bytes of a text
  percent_rank() rank between 0 and 1
  pi() 3.14159…
  pow(x, y) x to the power of y
  power(x, y) x to the power of y
  printf(format, …) text in a format
  quote(x) a value as SQL writes it
  radians(x) degrees in radians
  random() any integer
  randomblob(n) n random bytes
  rank() rank with gaps
  replace(x, from, to) text with each from replaced
  round(x, digits) rounded
  row_number() number of the row, from 1
  rtrim(x, characters) text without these at its end
  sign(x) -1, 0 or 1
  sin(x) sine
  sinh(x) hyperbolic sine
  snippet(table, column, open, close, ellipsis, tokens) part of a text that was found
  soundex(x) how a text sounds
  sqlite_version() version of SQLite
  sqrt(x) square root
  strftime(format, time, …) date and time in a format
  string_agg(x, separator) texts of a group, joined
  substr(x, start, length) part of a text, from 1
  substring(x, start, length) part of a text, from 1
  sum(x) sum
  tan(x) tangent
  tanh(x) hyperbolic tangent
  time(time, …) the time, HH:MM:SS
  timediff(x, y) time between two
  total(x) sum as a real, 0 for no rows
  total_changes() rows changed since the connection opened
  trim(x, characters) text without these at its ends
  trunc(x) without its fraction
  typeof(x) null, integer, real, text or blob
  unhex(x) bytes of hexadecimal digits
  unicode(x) code point of the first character
  unistr(x) text with \\u0041 read
  unistr_quote(x) a value as SQL writes it, escaped
  unixepoch(time, …) seconds since 1970
  upper(x) text in upper case
  zeroblob(n) n bytes of zero
  """
