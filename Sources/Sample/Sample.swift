// The sample that `benchdb init --sample` loads: real runs, described in docs/sample.md.
