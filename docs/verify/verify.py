#!/usr/bin/env python3
"""Checks a proof bundle (spine-proof/1) offline. Python 3.8 and OpenSSL 3, nothing else; docs/anchor-format.md is its specification.

  verify.py --proof anchor.json --trust trust.json [--certificate certificate.json [--dataset synthetic-100.csv]]
  verify.py --vectors vectors.json

Exit code 0 when every step holds, 1 when one does not, 2 when a file is malformed. It cannot know whether the transaction
was included in a block, or whether the certificate was taken back since: ask an RPC endpoint and the registry."""
import argparse, base64, hashlib, json, re, subprocess, sys, tempfile

ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
COMPUTE_BUDGET, MEMO = "ComputeBudget111111111111111111111111111111", "MemoSq4gqABAXKb96qnH8TysNcWxMyWCqXgDLGmfcHr"
HEX, sha256 = re.compile("[0-9a-f]{64}").fullmatch, lambda data: hashlib.sha256(data).hexdigest()
LETTERS = {"dataset": "d", "contribution": "c", "review": "r"}
CHAIN = {"type", "state", "genesisHash", "publisher", "keyId", "memo", "transaction", "signature", "slot", "blockTime", "observations"}

def base58(data):
    number, text = int.from_bytes(data, "big"), ""
    while number:
        number, text = number // 58, ALPHABET[number % 58] + text
    return "1" * (len(data) - len(data.lstrip(b"\0"))) + text

def demand(holds, rule):
    if not holds:
        raise ValueError(rule)

def ed25519(key, message, signature):
    with tempfile.NamedTemporaryFile() as k, tempfile.NamedTemporaryFile() as m, tempfile.NamedTemporaryFile() as s:
        for file, data in ((k, bytes.fromhex("302a300506032b6570032100") + key), (m, message), (s, signature)):
            file.write(data), file.flush()
        command = "openssl pkeyutl -verify -pubin -keyform DER -inkey %s -rawin -in %s -sigfile %s" % (k.name, m.name, s.name)
        return subprocess.run(command.split(), capture_output=True).returncode == 0

def check_form(bundle):
    demand(set(bundle) <= {"format", "subject", "batch", "anchors"} and bundle["format"] == "spine-proof/1", "format")
    subject, batch = bundle["subject"], bundle.get("batch")
    demand(set(subject) <= {"kind", "sha256", "receipt"} and subject["kind"] in LETTERS and HEX(subject["sha256"]), "subject")
    demand((subject["kind"] == "dataset") == ("receipt" not in subject) and (batch or subject["kind"] == "dataset"), "subject.receipt")
    if batch:
        demand(set(batch) == {"root", "size", "index", "leaf", "path"} and HEX(batch["root"]), "batch")
        demand(type(batch["size"]) is int and type(batch["index"]) is int and 0 <= batch["index"] < batch["size"], "batch.index")
        demand(batch["leaf"] == "spine1:l:%s:%s" % (LETTERS[subject["kind"]], subject["sha256"]), "batch.leaf")
        demand(all(map(HEX, batch["path"])) and root_of(batch), "batch.path")
    chains = [anchor for anchor in bundle["anchors"] if anchor["type"] == "solana"]
    demand(len(chains) == 1 and set(chains[0]) <= CHAIN and chains[0]["state"] in ("pending", "final"), "anchors")
    demand(HEX(chains[0]["keyId"]) and re.fullmatch("[%s]{64,88}" % ALPHABET, chains[0]["signature"]), "anchors: keyId or signature")
    demand(all(re.fullmatch("[%s]{32,44}" % ALPHABET, chains[0][key]) for key in ("publisher", "genesisHash")), "anchors: an address")
    return chains[0]

def root_of(batch):
    node = hashlib.sha256(b"\0" + batch["leaf"].encode()).digest()  # RFC 9162, section 2.1.3.2
    index, last = batch["index"], batch["size"] - 1
    for sibling in map(bytes.fromhex, batch["path"]):
        demand(last > 0, "batch.path is too long")
        if index % 2 or index == last:
            node = hashlib.sha256(b"\1" + sibling + node).digest()
            while index % 2 == 0:
                index, last = index // 2, last // 2
        else:
            node = hashlib.sha256(b"\1" + node + sibling).digest()
        index, last = index // 2, last // 2
    demand(last == 0, "batch.path is too short")
    return node.hex()

def anchor_of(data):
    position = 0
    def take(count):
        nonlocal position
        demand(position + count <= len(data), "transaction ends early")
        position += count
        return data[position - count:position]
    def length():
        first = take(1)[0]
        second = take(1)[0] if first & 128 else 0
        demand(second < 128 and (not first & 128 or second), "transaction has a length in a longer form")
        return first & 127 | second << 7
    demand(len(data) <= 1232 and length() == 1, "transaction has not exactly one signature")
    signature, message = take(64), data[position:]
    demand(take(2) == b"\1\0", "transaction wants other signers")
    read_only, keys, memos = take(1)[0], [take(32) for _ in range(length())], []
    demand(len(set(keys)) == len(keys) and read_only < len(keys), "transaction names a key twice")
    take(32)
    for _ in range(length()):
        program, accounts, text = take(1)[0], take(length()), take(length())
        demand(0 < program < len(keys) and all(account < len(keys) for account in accounts), "transaction has an index beyond its keys")
        if base58(keys[program]) == MEMO:
            demand(accounts == b"\0", "memo does not name the signer")
            memos.append(text)
        else:
            demand(base58(keys[program]) == COMPUTE_BUDGET, "transaction calls another program")
    demand(position == len(data) and len(memos) == 1, "transaction has not exactly one memo, at its end")
    demand(re.fullmatch(rb"spine1:(d:[0-9a-f]{64}|m:[0-9a-f]{64}:[1-9][0-9]{0,6})", memos[0]), "memo is of another format")
    demand(ed25519(keys[0], message, signature), "signature is not valid")
    return base58(signature), keys[0], memos[0].decode()

def failing(bundle, publishers):
    chain, subject, batch, fails = check_form(bundle), bundle["subject"], bundle.get("batch"), []
    if "receipt" in subject and sha256(subject["receipt"].encode()) != subject["sha256"]:
        fails.append("receipt")
    if batch and root_of(batch) != batch["root"]:
        fails.append("inclusion")
    try:
        signature, signer, memo = anchor_of(base64.b64decode(chain["transaction"], validate=True))
    except ValueError:
        return fails + ["transaction"]
    expected = "spine1:m:%s:%d" % (batch["root"], batch["size"]) if batch else "spine1:d:" + subject["sha256"]
    trusted = any(p["publicKey"] == base58(signer) and p["genesisHash"] == chain["genesisHash"]
                  and p.get("fromSlot", 0) <= chain.get("slot", p.get("fromSlot", 0))
                  and ("toSlot" not in p or "slot" in chain and chain["slot"] <= p["toSlot"]) for p in publishers)
    named = chain["publisher"] == base58(signer) and chain["keyId"] == sha256(signer)
    return fails + [step for step, holds in (("transaction", signature == chain["signature"]),
        ("memo", memo == expected == chain["memo"]), ("publisher", trusted and named)) if not holds]

def judged(bundle, publishers):
    """Steps that do not hold."""
    try:
        return failing(bundle, publishers)
    except (ValueError, KeyError, TypeError, AttributeError):
        return "malformed"

def certificate_fails(file, dataset, trust):
    envelope = json.loads(file)
    payload, statement = base64.b64decode(envelope["payload"]), json.loads(base64.b64decode(envelope["payload"]))
    signed = b"DSSEv1 %d %s %d %s" % (len(envelope["payloadType"]), envelope["payloadType"].encode(), len(payload), payload)
    keys = {key["keyId"]: base64.b64decode(key["publicKey"]) for key in trust["certificateKeys"]}
    genuine = any(sha256(keys.get(s["keyid"], b"")) == s["keyid"] and ed25519(keys[s["keyid"]], signed, base64.b64decode(s["sig"]))
                  for s in envelope["signatures"])
    named = dataset is None or sha256(dataset) in [subject["digest"]["sha256"] for subject in statement["subject"]]
    steps = ("certificate", genuine), ("verdict", statement["predicate"]["verdict"] == "CERTIFIED"), ("dataset", named)
    return [step for step, holds in steps if not holds]

def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for option in ("proof", "trust", "certificate", "dataset", "vectors"):
        parser.add_argument("--" + option)
    given = parser.parse_args()
    read = lambda path: open(path, "rb").read()
    if given.vectors:
        vectors = json.loads(read(given.vectors))
        wrong = [v["name"] for v in vectors if judged(v["bundle"], v["publishers"]) != v.get("fails", "malformed")]
        sys.exit("other verdicts: " + "; ".join(wrong) if wrong else print("all %d vectors agree" % len(vectors)))
    bundle, trust = json.loads(read(given.proof)), json.loads(read(given.trust))
    fails = judged(bundle, trust["publishers"])
    if given.certificate and fails != "malformed":
        fails += certificate_fails(read(given.certificate), read(given.dataset) if given.dataset else None, trust)
        fails += ["subject"] if sha256(read(given.certificate)) != bundle["subject"]["sha256"] else []
    print("does not hold: %s" % fails if fails else "every step holds; --help says what that cannot show")
    sys.exit(2 if fails == "malformed" else 1 if fails else 0)

main()
