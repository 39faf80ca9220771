"""The book of the sample reward system: what was decided, ordered, paid and reported. Knows nothing of Kafka."""
import csv
import hashlib
import io
import os
import re
import sqlite3
import time
from collections import defaultdict
from datetime import datetime, timezone
from decimal import Context, Decimal
from pathlib import Path

SCHEMA = Path(__file__).parent.parent / "src/main/resources/reward-book.sql"
RANK = {"NOTED": 0, "PARKED": 1, "HELD": 1, "APPROVED": 2, "VOIDED": 2, "DEDUCTED": 2, "ASKED_BACK": 2}
STANDING = {"HELD": "HELD", "APPROVED": "APPROVED", "RELEASED": "APPROVED", "VOIDED": "VOIDED"}


class BookProblem(Exception):
    """Decisions that contradict each other. Somebody has to look before anything is paid on."""


def open_book(path):
    """One SQLite file, one writer; a committed transaction is on the disk, the lock ends with the process."""
    book = sqlite3.connect(path, isolation_level=None, timeout=3)
    book.row_factory = sqlite3.Row
    for pragma in ("locking_mode = EXCLUSIVE", "journal_mode = WAL", "synchronous = FULL"):
        book.execute(f"PRAGMA {pragma}")
    book.executescript(SCHEMA.read_text())
    return book


class PaymentList:
    """Pays by a line in a file that a treasurer works off. A line counts once its end is there."""

    def __init__(self, path):
        self.file = open(path, "a+b", buffering=0)
        self.file.seek(0)
        text = self.file.read()
        whole = text[:text.rfind(b"\n") + 1]
        self.file.truncate(len(whole))  # a line that a crash has cut off was not paid
        self.listed = {row[0] for row in csv.reader(io.StringIO(whole.decode()))}

    def find(self, payout_id):
        """(paid?, signature or reason) of an earlier attempt; None when it is certain that nothing was paid."""
        return (True, None) if payout_id in self.listed else None

    def pay(self, payment):
        fields = (payment["payout_id"], payment["beneficiary_id"], payment["amount"], payment["symbol"])
        self.file.write((",".join(fields) + "\n").encode())
        os.fsync(self.file.fileno())
        self.listed.add(payment["payout_id"])
        return True, None


class Bookkeeper:
    def __init__(self, book):
        self.book, self.booked, self.known, self.replayed = book, 0, 0, 0

    def book_batch(self, records):
        """Decisions, the orders that follow from them, and the offsets: in one transaction."""
        self.book.execute("BEGIN IMMEDIATE")
        try:
            beneficiaries = {}
            for topic, partition, offset, replay, event in records:
                if event is not None and "amountBaseUnits" in event:
                    new = self.decision(event)
                    self.booked += new
                    self.known += not new
                    self.replayed += replay and not new
                    beneficiaries[event["beneficiaryId"]] = True
                elif event is not None and event.get("rewards"):
                    m = event["rewards"]
                    self.book.execute("INSERT OR REPLACE INTO manifest VALUES (?, ?, ?, ?)",
                                      (event["cycleId"], m["payouts"], m["grantedBaseUnits"], m["sha256"]))
                self.book.execute("INSERT INTO progress VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET next_offset ="
                                  " excluded.next_offset", (topic, partition, offset + 1))
            for beneficiary in beneficiaries:
                self.order(beneficiary)
            self.book.execute("COMMIT")
        except BaseException:
            self.book.execute("ROLLBACK")
            raise

    def decision(self, event):
        """Whether it was new. A decision that contradicts an earlier one stops the program."""
        payout_id, reverses, unit = event["payoutId"], event["reverses"], event["currency"]
        amount, requested = event["amountBaseUnits"], event["requestedBaseUnits"]
        if not all(re.fullmatch("0|-?[1-9][0-9]*", n) for n in (amount, requested)) \
                or (int(amount) > 0 if reverses else int(amount) < 0):
            raise BookProblem(f"MALFORMED_AMOUNT: payout {payout_id}")
        terms = "|".join("" if part is None else str(part) for part in (
            event["beneficiaryId"], event["kind"], event["subjectId"], amount, unit["symbol"], unit["decimals"],
            unit["mint"], event["policyId"], event["policyVersion"], reverses))
        takes_back = reverses is not None and event["decision"] == "REVERSED"
        decided = "PARKED" if takes_back else STANDING.get(event["decision"], "NOTED")
        known = self.find(payout_id)
        if known is None:
            self.book.execute("INSERT INTO payout VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (
                payout_id, event["beneficiaryId"], terms, event["kind"], amount, str(int(requested) - int(amount)),
                unit["symbol"], unit["decimals"], event["cycleId"], reverses, event["recovery"], decided))
        elif known["terms"] != terms or {known["standing"], decided} == {"APPROVED", "VOIDED"}:
            raise BookProblem(f"PAYOUT_CONFLICT: payout {payout_id}")
        elif RANK[decided] <= RANK[known["standing"]]:
            return False
        else:
            self.book.execute("UPDATE payout SET standing = ? WHERE payout_id = ?", (decided, payout_id))
        if takes_back or decided == "APPROVED":
            self.place_reversals(reverses if takes_back else payout_id)
        return True

    def place_reversals(self, original_id):
        """Books the reversals that waited for their payout, once that is owed."""
        original = self.find(original_id)
        if original is not None and original["reverses"] is not None:
            raise BookProblem(f"REVERSAL_EXCEEDS_PAYOUT: payout {original_id}")
        if original is None or original["standing"] != "APPROVED":
            return
        back = self.amounts("SELECT amount FROM payout WHERE reverses = ? AND standing <> 'NOTED'", original_id)
        if int(original["amount"]) + back < 0:
            raise BookProblem(f"REVERSAL_EXCEEDS_PAYOUT: payout {original_id}")
        ordered = self.book.execute("SELECT 1 FROM payment WHERE payout_id = ?", (original_id,)).fetchone()
        self.book.execute(  # what was never ordered needs no return: it is not paid
            "UPDATE payout SET standing = CASE WHEN recovery = 'REQUEST_RETURN' AND ? THEN 'ASKED_BACK' ELSE"
            " 'DEDUCTED' END WHERE reverses = ? AND standing = 'PARKED'", (ordered is not None, original_id))

    def order(self, beneficiary):
        """A payout is ordered as a whole, the earliest first, once what is owed less what was taken back covers it."""
        for (symbol,) in self.book.execute(
                "SELECT DISTINCT symbol FROM payout WHERE beneficiary_id = ?", (beneficiary,)).fetchall():
            whose = "beneficiary_id = ? AND symbol = ? AND standing"
            dues = self.book.execute(f"SELECT payout_id, amount FROM payout p WHERE {whose} = 'APPROVED' AND NOT EXISTS"
                                     " (SELECT 1 FROM payment WHERE payment.payout_id = p.payout_id) ORDER BY rowid",
                                     (beneficiary, symbol)).fetchall()
            back = defaultdict(int)
            for reverses, amount in self.book.execute(
                    f"SELECT reverses, amount FROM payout WHERE {whose} = 'DEDUCTED'", (beneficiary, symbol)):
                back[reverses] += int(amount)
            payable = sum(int(due["amount"]) for due in dues) + sum(back.values())
            for payout_id, amount in dues:
                if int(amount) + back[payout_id] > 0 and int(amount) <= payable:
                    self.book.execute("INSERT INTO payment (payout_id, state) VALUES (?, 'ORDERED')", (payout_id,))
                    payable -= int(amount)

    def find(self, payout_id):
        return self.book.execute("SELECT * FROM payout WHERE payout_id = ?", (payout_id,)).fetchone()

    def amounts(self, sql, *values):
        return sum(int(row[0]) for row in self.book.execute(sql, values))


class Cashier:
    """Works off orders: pays, writes down what became of it, reports. Each step can be repeated."""

    def __init__(self, book, payer, send):
        self.book, self.payer, self.send = book, payer, send

    def retry_failed(self):
        self.book.execute("UPDATE payment SET state = 'ORDERED' WHERE state = 'FAILED' AND reported = version")

    def settle(self):
        for payment in self.book.execute("SELECT * FROM payment JOIN payout USING (payout_id) WHERE state = 'ORDERED'"
                                         " ORDER BY payment.rowid").fetchall():
            # the order is on the disk; after a crash only the payer knows whether it was paid
            paid, note = self.payer.find(payment["payout_id"]) or self.payer.pay(payment)
            state, now = "SETTLED" if paid else "FAILED", int(time.time() * 1000)
            self.book.execute("UPDATE payment SET state = ?, version = version + 1, note = ?, at = ? WHERE payout_id ="
                              " ?", (state, note, now, payment["payout_id"]))
        open_reports = self.book.execute("SELECT * FROM payment JOIN payout USING (payout_id) WHERE state <> 'ORDERED'"
                                         " AND reported < version ORDER BY payment.rowid").fetchall()
        if open_reports:
            self.send([self.report(row) for row in open_reports])
            self.book.execute("BEGIN")
            self.book.executemany("UPDATE payment SET reported = ? WHERE payout_id = ?",
                                  [(row["version"], row["payout_id"]) for row in open_reports])
            self.book.execute("COMMIT")

    @staticmethod
    def report(row):
        paid = row["state"] == "SETTLED"
        return {"payoutId": row["payout_id"], "beneficiaryId": row["beneficiary_id"], "status": row["state"],
                "version": row["version"], "reason": None if paid else row["note"],
                "signature": row["note"] if paid else None,
                "settledAt": datetime.fromtimestamp(row["at"] / 1000, timezone.utc)}


def summary(book):
    for cycle, count, granted, sha256 in book.execute("SELECT * FROM manifest ORDER BY rowid").fetchall():
        lines = book.execute("SELECT payout_id, amount FROM payout WHERE cycle_id = ? AND reverses IS NULL"
                             " ORDER BY payout_id", (cycle,)).fetchall()  # reversals come after the cycle
        digest = hashlib.sha256("".join(f"{line[0]}:{line[1]}\n" for line in lines).encode()).hexdigest()
        booked = len(lines), sum(int(line[1]) for line in lines), digest
        said = "complete" if booked == (count, int(granted), sha256) else "INCOMPLETE"
        print(f"Cycle {cycle}: {said}, {len(lines):,} of {count:,} payouts")
    states, people, cut = defaultdict(list), defaultdict(lambda: defaultdict(list)), []
    for row in book.execute("SELECT *, coalesce(state, standing) AS stands FROM payout LEFT JOIN payment"
                            " USING (payout_id)"):
        unit = row["symbol"], row["decimals"]
        states[row["stands"]].append((int(row["amount"]), unit))
        people[row["beneficiary_id"]][row["stands"]].append((int(row["amount"]), unit))
        cut += [(int(row["cut"]), unit)] if row["cut"] != "0" else []
    for state in sorted(states):
        print(f"  {state:<12} {len(states[state]):8,}  {tokens(states[state]):>28}")
    if cut:
        print(f"  {'cut by caps':<12} {'':8}  {tokens(cut):>28}")
    print(f"{'Beneficiary':<28} {'paid':>22} {'owed':>22} {'held':>22}")
    for name in sorted(people)[:20]:
        of = people[name]
        owed = of["APPROVED"] + of["ORDERED"] + of["FAILED"] + of["DEDUCTED"]
        print(f"{name:<28} {tokens(of['SETTLED']):>22} {tokens(owed):>22} {tokens(of['HELD']):>22}")
    if len(people) > 20:
        print(f"and {len(people) - 20:,} more")


def tokens(amounts):
    sums = defaultdict(int)
    for amount, unit in amounts:
        sums[unit] += amount
    exact = Context(prec=200)
    texts = [f"{Decimal(total).scaleb(-decimals, exact).normalize(exact):f} {symbol}"
             for (symbol, decimals), total in sorted(sums.items())]
    return ", ".join(texts) or "-"
