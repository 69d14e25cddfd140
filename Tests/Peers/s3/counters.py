"""What the server saw."""

from __future__ import annotations

from collections import Counter, defaultdict


class Counters:
    """Requests by operation and key, connections, answers by status; `forget` starts anew.

    Whether anything known was fetched again shows in `by_key`.
    """

    def __init__(self) -> None:
        self.open = 0
        self.forget()

    def forget(self) -> None:
        self.by_key: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self.statuses: Counter[int] = Counter()
        self.faults: Counter[str] = Counter()
        self.connections = 0
        self.most_open = self.open

    def connected(self) -> None:
        self.connections += 1
        self.open += 1
        self.most_open = max(self.most_open, self.open)

    def disconnected(self) -> None:
        self.open -= 1

    def summary(self) -> dict[str, object]:
        return {
            "operations": {name: keys.total() for name, keys in self.by_key.items()},
            "statuses": {str(status): count for status, count in self.statuses.items()},
            "faults": self.faults,
            "connections": self.connections,
            "most_connections": self.most_open,
        }
