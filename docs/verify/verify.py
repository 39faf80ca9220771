#!/usr/bin/env python3
"""Checks a proof bundle (spine-proof/1) offline. Python 3.8 and OpenSSL 3, nothing else; docs/anchor-format.md is its specification.

  verify.py --proof anchor.json --trust trust.json [--certificate certificate.json [--dataset synthetic-100.csv]]
  verify.py --vectors vectors.json

Exit code 0 when every step holds, 1 when one does not, 2 when a file is malformed. It cannot know whether the transaction
was included in a block, or whether the certificate was taken back since: ask an RPC endpoint and the registry."""
import argparse, base64, hashlib, io, json, math, re, struct, subprocess, sys, tempfile

ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
COMPUTE_BUDGET = bytes.fromhex("0306466fe5211732ffecadba72c39be7bc8ce5bbc5f7126b2c439b3a40000000")
SYSTEM, MEMO = bytes(32), bytes.fromhex("054a535a992921064d24e87160da387c7c35b5ddbc92bb81e41fa8404105448d")
HEX, sha256 = re.compile("[0-9a-f]{64}").fullmatch, lambda data: hashlib.sha256(data).hexdigest()
LETTERS = {"dataset": "d", "contribution": "c", "review": "r"}
CHAIN = set("type state genesisHash publisher keyId memo transaction signature marker slot blockTime observations".split())

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
        demand(all(map(HEX, batch["path"])) and root_of(batch, batch["index"], batch["size"], batch["path"]), "batch.path")
    (chain,) = [anchor for anchor in bundle["anchors"] if anchor["type"] == "solana"]
    demand(set(chain) <= CHAIN and chain["state"] in ("pending", "final"), "anchors")
    demand(HEX(chain["keyId"]) and re.fullmatch("[%s]{64,88}" % ALPHABET, chain["signature"]), "anchors: keyId or signature")
    addresses = chain["publisher"], chain["genesisHash"], chain.get("marker") or chain["publisher"]
    demand(all(re.fullmatch("[%s]{32,44}" % ALPHABET, address) for address in addresses), "anchors: an address")
    return chain

def root_of(batch, index, size, path):  # RFC 6962, section 2.1.1, from the root down
    demand((size == 1) == (not path), "batch.path is of another length")
    if not path:
        return hashlib.sha256(b"\0" + batch["leaf"].encode()).digest()
    left, beside = 1 << (size - 1).bit_length() - 1, bytes.fromhex(path[-1])
    node = root_of(batch, *((index, left) if index < left else (index - left, size - left)), path[:-1])
    return hashlib.sha256(b"\1" + (node + beside if index < left else beside + node)).digest()

def marker_of(calls, publisher, digest):
    seed = base64.urlsafe_b64encode(digest[:24])
    marker = hashlib.sha256(publisher + seed + MEMO).digest()
    (first, payment, transfer), (second, allocation, allocate) = calls
    demand(first == SYSTEM and payment == [publisher, marker] and transfer[:-8] == b"\2\0\0\0", "marker is not paid for")
    made = struct.pack("<I32sQ32sQ32s", 9, publisher, 32, seed, 1, MEMO)  # number, base, seed, space, owner
    demand(second == SYSTEM and allocation == [marker, publisher] and allocate == made, "marker is another account")
    return base58(marker)

def anchor_of(data):
    stream = io.BytesIO(data)
    def take(count):
        part = stream.read(count)
        demand(len(part) == count, "transaction ends early")
        return part
    def length():
        first = take(1)[0]
        second = take(1)[0] if first & 128 else 0
        demand(second < 128 and (not first & 128 or second), "transaction has a length in a longer form")
        return first & 127 | second << 7
    demand(len(data) <= 1232 and length() == 1, "transaction has not exactly one signature")
    signature, message, header = take(64), data[65:], take(3)
    demand(header[:2] == b"\1\0", "transaction wants other signers")
    keys, _, calls = [take(32) for _ in range(length())], take(32), []
    demand(len(set(keys)) == len(keys) and header[2] < len(keys), "transaction names a key twice")
    for _ in range(length()):
        program, accounts, text = take(1)[0], take(length()), take(length())
        demand(0 < program < len(keys) and all(account < len(keys) for account in accounts), "transaction has an index beyond its keys")
        if keys[program] != COMPUTE_BUDGET:
            calls.append((keys[program], [keys[account] for account in accounts], text))
    *before, (program, signers, memo) = calls
    demand(stream.tell() == len(data) and program == MEMO and signers == keys[:1], "transaction does not end with the signer's memo")
    demand(re.fullmatch(rb"spine1:(d:[0-9a-f]{64}|m:[0-9a-f]{64}:[1-9][0-9]{0,6})", memo), "memo is of another format")
    marker = marker_of(before, keys[0], bytes.fromhex(memo[9:73].decode())) if before else None
    demand(ed25519(keys[0], message, signature), "signature is not valid")
    return base58(signature), keys[0], memo.decode(), marker

def failing(bundle, publishers):
    chain, subject, batch, fails = check_form(bundle), bundle["subject"], bundle.get("batch"), []
    if "receipt" in subject and sha256(subject["receipt"].encode()) != subject["sha256"]:
        fails.append("receipt")
    if batch and root_of(batch, batch["index"], batch["size"], batch["path"]).hex() != batch["root"]:
        fails.append("inclusion")
    try:
        signature, signer, memo, marker = anchor_of(base64.b64decode(chain["transaction"], validate=True))
    except ValueError:
        return fails + ["transaction"]
    expected = "spine1:m:%s:%d" % (batch["root"], batch["size"]) if batch else "spine1:d:" + subject["sha256"]
    trusted = any(p["publicKey"] == base58(signer) and p["genesisHash"] == chain["genesisHash"]
                  and p.get("fromSlot", 0) <= chain.get("slot", math.inf) <= p.get("toSlot", math.inf) for p in publishers)
    named = chain["publisher"] == base58(signer) and chain["keyId"] == sha256(signer)
    return fails + [step for step, holds in (("transaction", signature == chain["signature"]), ("memo", memo == expected == chain["memo"]),
        ("publisher", trusted and named), ("marker", marker == chain.get("marker"))) if not holds]

def judged(bundle, publishers):
    """Steps that do not hold."""
    try:
        return failing(bundle, publishers)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
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
