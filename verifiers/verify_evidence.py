#!/usr/bin/env python3
"""Verifies an evidence archive without the product and without a network, by docs/evidence-format.md alone:

    python3 verify_evidence.py ARCHIVE.zip [--key VERIFIER-KEY]... [--checkpoint NOTE]... [--receipt NOTE]...

It prints what holds and names the first thing that does not, in Chinese and in English. The exit status is 0 where all
holds, 1 where something does not, 2 where it was asked wrongly. It needs Python's standard library alone; where the
package `cryptography` is there, signatures are verified by it, unless --own-ed25519 asks for the verification below.
"""

import base64 as b64
import hashlib
import json
import os
import re
import struct
import sys
import zlib

try:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
except ImportError:
    Ed25519PublicKey = None


class Fault(Exception):
    """The first thing that does not hold: its code, and where."""

    def __init__(self, code, place=""):
        super().__init__(code, place)
        self.code = code
        self.place = str(place)


WORDS = {
    "zip": ("压缩包的字节与格式不符", "the container is not as the format says"),
    "manifest": ("清单不符合格式", "the list of files is not as the format says"),
    "file": ("文件与清单不一致，或者多出、缺少", "a file is not as listed, not listed, or missing"),
    "line": ("这一行不符合格式", "a line is not as the format says"),
    "entry-canonical": ("办理记录不是规范文本", "an entry is not canonical text"),
    "entry-place": ("办理记录不在它自己所说的位置", "an entry is not at the place that it names"),
    "entry-hash": ("办理记录的哈希值不对", "an entry does not have its hash"),
    "entry-prev": ("办理记录与上一条不相连", "an entry does not follow the one before"),
    "entry-time": ("办理记录的时间早于上一条", "an entry is earlier than the one before"),
    "entry-order": ("办理记录在总表中的先后不对", "an entry stands before an earlier one in the list"),
    "entry-proof": ("办理记录不在检查点之下", "an entry is not under the checkpoint"),
    "trail-empty": ("没有办理记录", "there are no entries"),
    "checkpoint": ("检查点不是本机关签名", "the checkpoint is not signed by the key"),
    "key": ("公钥登记不成立", "a public key does not hold"),
    "extract": ("摘录不完整，或者不是本机关签名", "the extract is not whole, or not signed by the key"),
    "earlier": ("较早的检查点不成立", "an earlier checkpoint does not hold"),
    "signed-form": ("签名文本不符合格式", "a signed text is not as the format says"),
    "signed-key": ("签名时间不在该公钥的有效期内，或者没有该公钥", "signed outside of the period of its key, or by no listed key"),
    "signed-signature": ("签名不成立", "a signature does not hold"),
    "signed-trail": ("签名文本与办理记录不一致", "a signed text is not what the trail says"),
    "signed-missing": ("办理记录所说的签名文本不在", "a signed text that the trail names is missing"),
    "text-missing": ("办理记录所说的稿件不在", "a text that the trail names is missing"),
    "text-hash": ("稿件的内容哈希值不对", "the files of a version do not have its content hash"),
    "text-extra": ("有办理记录没有的稿件", "a text is there that no entry names"),
    "paper-missing": ("办理记录所说的文书不在", "a paper that the trail names is missing"),
    "paper-code": ("文书的验真码不对", "a paper does not have its code"),
    "paper-extra": ("有办理记录没有的文书", "a paper is there that no entry names"),
    "row-differs": ("数据与办理记录不一致", "a row is not as the trail left it"),
    "row-missing": ("办理记录所说的数据不在", "a row that the trail left is missing"),
    "known-key": ("检查点不是由给出的公钥签名", "the checkpoint is not by the given key"),
    "witness": ("没有见证人的有效签名", "there is no valid line of the given witness"),
    "held-checkpoint": ("您手中的检查点不是本机关签名", "the checkpoint that you hold is not signed by this house"),
    "held-differs": ("您手中的检查点与证据包不是同一份总表", "the checkpoint that you hold is of another list"),
    "held-longer": ("证据包短于您手中的检查点：其后的记录不在其中", "the archive is shorter than the checkpoint that you hold"),
    "held-unproven": ("证据包不能证明是您手中检查点的延续", "the archive does not show that it continues the checkpoint that you hold"),
    "receipt": ("回执不是本机关签名", "the receipt is not signed by this house"),
    "receipt-gone": ("回执所说的办理记录不在", "the entry that the receipt names is gone"),
    "receipt-differs": ("回执所说的办理记录已是另一条", "the entry that the receipt names is another one"),
}


def say(zh, en):
    print(f"{zh} / {en}")


# ---- bytes, hashes, canonical text ----


def sha256(*parts):
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part)
    return digest


def is_hash(value):
    return isinstance(value, str) and re.fullmatch("[0-9a-f]{64}", value) is not None


def is_count(value):
    return type(value) is int and 0 <= value < 2**53


def is_instant(value):
    pattern = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z"
    return isinstance(value, str) and re.fullmatch(pattern, value) is not None


def is_same(one, other):
    """Equal, and no list or object."""
    return type(one) is type(other) and not isinstance(one, (list, dict)) and one == other


def text_of(value):
    return value if isinstance(value, str) else ""


def utf8(data):
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def base64(text):
    try:
        data = b64.b64decode(text.encode("ascii"), validate=True)
    except ValueError:
        return None
    return data if text != "" and b64.b64encode(data).decode("ascii") == text else None


DEEPEST = 64


def canonical(value, depth=0):
    """The canonical text of a value (RFC 8785); raises ValueError for what has none."""
    if depth > DEEPEST:
        raise ValueError("too deep")
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        if abs(value) >= 2**53:
            raise ValueError("too large")
        return str(value)
    if isinstance(value, str):
        value.encode("utf-8")
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        return "[" + ",".join(canonical(each, depth + 1) for each in value) + "]"
    if isinstance(value, dict):
        for key in value:
            key.encode("utf-8")
        keys = sorted(value, key=lambda key: key.encode("utf-16-be"))
        return "{" + ",".join(canonical(key) + ":" + canonical(value[key], depth + 1) for key in keys) + "}"
    raise ValueError("no whole number")


def refuse_constant(name):
    raise ValueError(name)


def read_json(text):
    """The value of a JSON text; raises ValueError for what is none."""
    try:
        return json.loads(text, parse_constant=refuse_constant)
    except RecursionError:
        raise ValueError("too deep") from None


def read_canonical(text):
    """Reads a text that has to be the canonical text of an object; None for any other."""
    try:
        value = None if text is None else read_json(text)
        return value if isinstance(value, dict) and canonical(value) == text else None
    except ValueError:
        return None


def has_only(value, *names):
    return isinstance(value, dict) and set(value) == set(names)


# ---- the container ----


class Archive:
    """A zip archive as the format has it: every byte of it is looked at."""

    def __init__(self, name):
        self.file = open(name, "rb")
        self.length = os.fstat(self.file.fileno()).st_size
        self.files = {}
        end = self.at(self.length - 22, 22)
        count, central_size, central_at = struct.unpack("<10xHII2x", end)
        expected = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, count, count, central_size, central_at, 0)
        if expected != end or central_at + central_size + 22 != self.length:
            raise Fault("zip")
        central = self.at(central_at, central_size)
        here = offset = 0
        for _ in range(count):
            if here + 46 > central_size:
                raise Fault("zip")
            crc, _, size, name_length = struct.unpack_from("<IIIH", central, here + 16)
            named = central[here + 46 : here + 46 + name_length]
            path = named.decode("latin-1")
            if len(named) != name_length or not re.fullmatch("[a-z0-9][a-z0-9.-]*(/[a-z0-9][a-z0-9.-]*)?", path):
                raise Fault("zip")
            facts = struct.pack("<HHHHHIIIHH", 20, 0, 0, 0, 0x0021, crc, size, size, name_length, 0)
            in_directory = b"PK\x01\x02\x14\x00" + facts + struct.pack("<HHHII", 0, 0, 0, 0, offset) + named
            before = b"PK\x03\x04" + facts + named
            if central[here : here + len(in_directory)] != in_directory:
                raise Fault("zip", path)
            if self.at(offset, len(before)) != before or path in self.files:
                raise Fault("zip", path)
            self.files[path] = (offset + len(before), size, crc)
            here += len(in_directory)
            offset += len(before) + size
        if here != central_size or offset != central_at:
            raise Fault("zip")

    def at(self, start, size):
        if start < 0 or start + size > self.length:
            raise Fault("zip")
        self.file.seek(start)
        data = self.file.read(size)
        if len(data) != size:
            raise Fault("zip")
        return data

    def read(self, path):
        if path not in self.files:
            raise Fault("file", path)
        offset, size, crc = self.files[path]
        data = self.at(offset, size)
        if zlib.crc32(data) != crc:
            raise Fault("zip", path)
        return data

    def lines(self, series):
        """The lines of a series of files, in their order; each ends with a line feed."""
        number = 0
        for path in self.files:
            if not path.startswith(series + "-"):
                continue
            number += 1
            if path != f"{series}-{number:04d}.jsonl":
                raise Fault("file", path)
            data = self.read(path)
            if not data.endswith(b"\n"):
                raise Fault("file", path)
            yield from data[:-1].split(b"\n")


# ---- the list of files ----

KNOWN_PATH = r"(checkpoint|extract)\.txt|(trail|leaves|keys|earlier|signed|rows)-[0-9]{4}\.jsonl|(texts|papers)/.*"


class Manifest:
    def __init__(self, archive):
        present = list(archive.files)
        if not present or present[-1] != "manifest.json":
            raise Fault("manifest")
        value = read_canonical(utf8(archive.read("manifest.json")))
        if not has_only(value, "files", "origin", "size", "stream", "v") or value["v"] != "yiqian-evidence/1":
            raise Fault("manifest")
        self.origin, self.stream, self.size = value["origin"], value["stream"], value["size"]
        if not isinstance(self.origin, str) or not self.origin.startswith("yiqian.local/"):
            raise Fault("manifest")
        if not isinstance(self.stream, str) or not re.fullmatch("matter/[^/]+", self.stream):
            raise Fault("manifest")
        if not is_count(self.size) or not isinstance(value["files"], list):
            raise Fault("manifest")
        self.log = self.origin[len("yiqian.local/") :]
        self.hashes = {}
        present.pop()
        for at, listed in enumerate(value["files"]):
            if not has_only(listed, "path", "sha256", "size") or not isinstance(listed["path"], str):
                raise Fault("manifest")
            path = listed["path"]
            if at >= len(present) or present[at] != path:
                raise Fault("file", path)
            data = archive.read(path)
            if not is_same(len(data), listed["size"]) or sha256(data).hexdigest() != listed["sha256"]:
                raise Fault("file", path)
            self.hashes[path] = listed["sha256"]
        if len(present) > len(value["files"]):
            raise Fault("file", present[len(value["files"])])
        for path in self.hashes:
            if not re.fullmatch(KNOWN_PATH, path):
                raise Fault("file", path)

    def below(self, folder):
        """The files of a folder by their hashes."""
        return {digest: path for path, digest in self.hashes.items() if path.startswith(folder + "/")}


# ---- entries and their chain ----


class Entry:
    """An entry of this house's trail, or a Fault of the given code."""

    def __init__(self, data, manifest):
        text = utf8(data)
        body = read_canonical(text)
        if body is None or body.get("v") != "yiqian-audit/1" or body.get("alg") != "sha256" or body.get("log") != manifest.log:
            raise ValueError("no entry")
        if not is_instant(body.get("at")) or not isinstance(body.get("detail"), dict):
            raise ValueError("no entry")
        self.body, self.at, self.detail = body, body["at"], body["detail"]
        self.act = body.get("act")
        self.is_done = body.get("outcome") == "done"
        self.hash = sha256(b"\x00", data).hexdigest()
        self.seq = 0


def read_place(value):
    index, proof = value["index"], value["proof"]
    if is_count(index) and isinstance(proof, list) and all(is_hash(each) for each in proof):
        return index, proof
    return None


def verify_trail(archive, manifest):
    entries, leaves = [], []
    places = archive.lines("leaves")
    prev, before = "0" * 64, ""
    for line in archive.lines("trail"):
        seq = len(entries) + 1
        try:
            entry = Entry(line, manifest)
        except ValueError:
            raise Fault("entry-canonical", seq) from None
        if entry.body.get("stream") != manifest.stream or not is_same(entry.body.get("seq"), seq):
            raise Fault("entry-place", seq)
        place = next(places, None)
        said = None if place is None else read_canonical(utf8(place))
        is_leaf = has_only(said, "hash", "index", "proof", "seq") and is_same(said["seq"], seq)
        leaf = read_place(said) if is_leaf else None
        if leaf is None:
            raise Fault("line", f"leaves {seq}")
        if said["hash"] != entry.hash:
            raise Fault("entry-hash", seq)
        if entry.body.get("prev") != prev:
            raise Fault("entry-prev", seq)
        if entry.at < before:
            raise Fault("entry-time", seq)
        entry.seq = seq
        entries.append(entry)
        leaves.append(leaf)
        prev, before = entry.hash, entry.at
    if next(places, None) is not None:
        raise Fault("line", f"leaves {len(entries) + 1}")
    if not entries:
        raise Fault("trail-empty")
    return entries, leaves


# ---- the tree ----


def node_hash(left, right):
    return sha256(b"\x01", bytes.fromhex(left), bytes.fromhex(right)).hexdigest()


def verify_inclusion(leaf, index, size, root, proof):
    """RFC 9162 2.1.3.2."""
    if index >= size:
        return False
    fn, sn, digest = index, size - 1, leaf
    for sibling in proof:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            digest = node_hash(sibling, digest)
            while not fn & 1 and fn != 0:
                fn, sn = fn >> 1, sn >> 1
        else:
            digest = node_hash(digest, sibling)
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and digest == root


def verify_consistency(first, first_root, second, second_root, proof):
    """RFC 9162 2.1.4.2, of a smaller tree that is not empty."""
    if first == 0 or first >= second or not proof:
        return False
    if first & (first - 1) == 0:
        proof = [first_root, *proof]
    fn, sn = first - 1, second - 1
    while fn & 1:
        fn, sn = fn >> 1, sn >> 1
    fr = sr = proof[0]
    for each in proof[1:]:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            fr, sr = node_hash(each, fr), node_hash(each, sr)
            while not fn & 1 and fn != 0:
                fn, sn = fn >> 1, sn >> 1
        else:
            sr = node_hash(sr, each)
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and fr == first_root and sr == second_root


# ---- Ed25519 (RFC 8032 5.1.7) ----

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
SQRT_M1 = pow(2, (P - 1) // 4, P)


def decode_point(data):
    number = int.from_bytes(data, "little")
    sign, y = number >> 255, number & (2**255 - 1)
    if y >= P:
        return None
    u, v = (y * y - 1) % P, (D * y * y + 1) % P
    x = u * pow(v, 3, P) * pow(u * pow(v, 7, P), (P - 5) // 8, P) % P
    if v * x * x % P != u:
        if v * x * x % P != -u % P:
            return None
        x = x * SQRT_M1 % P
    if x == 0 and sign:
        return None
    if x & 1 != sign:
        x = P - x
    return x, y, 1, x * y % P


def add_points(one, other):
    x1, y1, z1, t1 = one
    x2, y2, z2, t2 = other
    a, b = (y1 - x1) * (y2 - x2) % P, (y1 + x1) * (y2 + x2) % P
    c, d = 2 * t1 * t2 * D % P, 2 * z1 * z2 % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def multiply_point(number, point):
    result = (0, 1, 1, 0)
    while number:
        if number & 1:
            result = add_points(result, point)
        point = add_points(point, point)
        number >>= 1
    return result


def encode_point(point):
    x, y, z, _ = point
    inverse = pow(z, -1, P)
    x, y = x * inverse % P, y * inverse % P
    return (y | (x & 1) << 255).to_bytes(32, "little")


BASE = decode_point((4 * pow(5, -1, P) % P).to_bytes(32, "little"))


def is_signed_by_own(message, public_key, signature):
    key = decode_point(public_key)
    s = int.from_bytes(signature[32:], "little")
    if key is None or s >= L:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + public_key + message).digest(), "little") % L
    x, y, z, t = multiply_point(k, key)
    return encode_point(add_points(multiply_point(s, BASE), (P - x, y, z, P - t))) == signature[:32]


USES_OWN = Ed25519PublicKey is None or "--own-ed25519" in sys.argv


def is_signed(message, public_key, signature):
    if len(public_key) != 32 or len(signature) != 64:
        return False
    if USES_OWN:
        return is_signed_by_own(message, public_key, signature)
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, message)
        return True
    except (InvalidSignature, ValueError):
        return False


# ---- notes ----


class NoteKey:
    def __init__(self, name, kind, data):
        self.name, self.kind, self.data = name, kind, data
        self.id = sha256(name.encode() + b"\n", bytes([kind]), data).hexdigest()[:8]

    def word(self):
        return f"{self.name}+{self.id}+{b64.b64encode(bytes([self.kind]) + self.data).decode()}"


def is_name(name):
    return re.fullmatch("[!-*,-~]+", name) is not None


def read_verifier_key(word):
    name, *rest = word.split("+")
    data = base64("+".join(rest[1:])) if rest else None
    if not is_name(name) or data is None or len(data) != 33:
        return None
    key = NoteKey(name, data[0], data[1:])
    return key if key.id == rest[0] else None


def read_note(data):
    """The text of a note, its bytes, and its signature lines; None for what is none."""
    note = utf8(data) if len(data) <= 100_000 else None
    gap = -1 if note is None else note.rfind("\n\n")
    if gap < 0 or not note.endswith("\n"):
        return None
    text = note[: gap + 1]
    if re.search("[\x00-\x09\x0b-\x1f]", text):
        return None
    lines = []
    for line in note[gap + 2 : -1].split("\n"):
        words = line.split(" ")
        signed = base64(words[2]) if len(words) == 3 else None
        if signed is None or words[0] != "\u2014" or not is_name(words[1]) or len(signed) < 5:
            return None
        lines.append((words[1], signed[:4].hex(), signed[4:]))
    return None if len(lines) > 32 else (text, lines)


def is_note_by(note, key):
    """Whether the key has signed the note; one line of it that does not verify spoils the note."""
    text, lines = note
    own = [data for name, key_id, data in lines if name == key.name and key_id == key.id]
    return bool(own) and all(is_signed(text.encode(), key.data, data) for data in own)


def read_decimal(text):
    number = int(text) if re.fullmatch("0|[1-9][0-9]{0,15}", text) else None
    return number if number is not None and number < 2**53 else None


class Head:
    def __init__(self, size, root, note):
        self.size, self.root, self.note = size, root, note


def read_checkpoint(data, origin, key):
    note = read_note(data)
    lines = note[0][:-1].split("\n") if note else []
    if len(lines) != 3 or lines[0] != origin:
        return None
    size, root = read_decimal(lines[1]), base64(lines[2])
    if size is None or root is None or len(root) != 32 or not is_note_by(note, key):
        return None
    return Head(size, root.hex(), note)


# ---- keys ----

ED25519_DER = bytes.fromhex("302a300506032b6570032100")


class Key:
    pass


def read_keys(archive, manifest):
    keys = []
    for number, line in enumerate(archive.lines("keys"), 1):
        value = read_canonical(utf8(line))
        if not has_only(value, "algorithm", "entry", "from", "id", "publicKey", "until", "use") or not isinstance(value["id"], str):
            raise Fault("line", f"keys {number}")
        key = Key()
        key.id, key.use, key.since, key.until = value["id"], value["use"], value["from"], value["until"]
        entry = value["entry"]
        key.place = read_place(entry) if has_only(entry, "index", "proof", "text") else None
        key.data = base64(text_of(value["publicKey"]))
        if key.place is None or not isinstance(entry["text"], str) or key.data is None or len(key.data) != 32:
            raise Fault("key", key.id)
        if value["algorithm"] != "ed25519" or not is_instant(key.since) or not (key.until is None or is_instant(key.until)):
            raise Fault("key", key.id)
        if key.use == "checkpoint":
            own_id = NoteKey(manifest.origin, 1, key.data).id
        elif key.use == "clearance":
            own_id = sha256(ED25519_DER, key.data).hexdigest()[:16]
        else:
            raise Fault("key", key.id)
        try:
            said = Entry(entry["text"].encode("utf-8"), manifest)
        except ValueError:
            raise Fault("key", key.id) from None
        names = {"key": key.id, "use": key.use, "publicKey": value["publicKey"]}
        is_said = all(said.detail.get(name) == word for name, word in names.items()) and said.at == key.since
        if key.id != own_id or not is_said or said.act != "key.introduced" or not said.is_done:
            raise Fault("key", key.id)
        key.hash = said.hash
        former = next((each for each in reversed(keys) if each.use == key.use), None)
        if former and (former.until != key.since or former.since > key.since):
            raise Fault("key", former.id)
        key.is_first = former is None
        keys.append(key)
    for key in keys:
        if key is [each for each in keys if each.use == key.use][-1] and key.until is not None:
            raise Fault("key", key.id)
    return keys


# ---- what was signed ----

OF_CLEARANCE = ("clearance.issued", "clearance", "id", "issuedAt", (("number", "number"), ("kind", "kind"), ("contentSha256", "contentSha256"), ("versionId", "version")))

# What each format says, and the entry that has to say the same.
FORMATS = {
    "yiqian-clearance/1": OF_CLEARANCE,
    "yiqian-clearance/2": OF_CLEARANCE,
    "yiqian-post-check/1": ("meeting-text.confirmed", "check", "checkId", "decidedAt", (("contentSha256", "contentSha256"),)),
    "yiqian-opinion/1": ("opinion.signed", "opinion", "id", "signedAt", (("number", "number"), ("conclusion", "conclusion"), ("contentSha256", "contentSha256"))),
    "yiqian-counsel-opinion/1": ("counsel-opinion.signed", "counselOpinion", "id", "signedAt", (("conclusion", "conclusion"), ("contentSha256", "version"))),
    "yiqian-recheck/1": ("recheck.signed", "recheck", "id", "decidedAt", (("kind", "kind"), ("decisionText", "explanation"))),
    "yiqian-outcome/1": ("outcome.recorded", "item", "agendaItemId", "recordedAt", (("meetingId", "meeting"), ("outcome", "outcome"), ("decisionText", "decisionText"), ("dissent", "dissent"))),
    "yiqian-register/1": ("text.published", "document", "id", "registeredAt", (("contentSha256", "contentSha256"), ("publishedOn", "publishedOn"))),
}


# Formats of which only an entry whose detail names them has a signed text: those of earlier releases have none.
NAMED = {"yiqian-opinion/1", "yiqian-counsel-opinion/1", "yiqian-recheck/1", "yiqian-outcome/1", "yiqian-register/1"}


def verify_signed(archive, manifest, keys, entries):
    owed = {}
    for entry in entries:
        for form, (act, named, *_) in FORMATS.items():
            if entry.is_done and entry.act == act and (form not in NAMED or entry.detail.get("signed") == form):
                owed[f"{act} {text_of(entry.detail.get(named))}"] = entry
    uploaded = [entry.detail.get("contentSha256") for entry in entries if entry.is_done and entry.act == "version.uploaded"]
    number = 0
    for line in archive.lines("signed"):
        number += 1
        value = read_canonical(utf8(line))
        if not has_only(value, "format", "key", "signature", "text"):
            raise Fault("signed-form", number)
        rule = FORMATS.get(text_of(value["format"]))
        fields = read_canonical(value["text"]) if isinstance(value["text"], str) else None
        if rule is None or fields is None or not is_instant(fields.get(rule[3])):
            raise Fault("signed-form", number)
        act, _, id_name, at_name, same = rule
        at = fields[at_name]
        key = next((each for each in keys if each.use == "clearance" and is_same(each.id, value["key"])), None)
        if key is None or (at < key.since and not key.is_first) or (key.until is not None and at >= key.until):
            raise Fault("signed-key", number)
        signature = base64(text_of(value["signature"]))
        message = f"{value['format']}\n{value['text']}".encode()
        if signature is None or not is_signed(message, key.data, signature):
            raise Fault("signed-signature", number)
        name = f"{act} {text_of(fields.get(id_name))}"
        entry = owed.get(name)
        is_here = fields.get("jurisdictionId") == manifest.log and "matter/" + text_of(fields.get("matterId")) == manifest.stream
        is_by_key = "keyId" not in fields or is_same(fields["keyId"], value["key"])
        if entry is None or not is_here or not is_by_key or at > entry.at:
            raise Fault("signed-trail", number)
        if not all(other not in entry.detail or (own in fields and is_same(fields[own], entry.detail[other])) for own, other in same):
            raise Fault("signed-trail", number)
        if "contentSha256" in fields and not any(is_same(fields["contentSha256"], each) for each in uploaded):
            raise Fault("signed-trail", number)
        del owed[name]
    for entry in owed.values():
        raise Fault("signed-missing", entry.seq)
    return number


# ---- texts and papers ----


def refuse_extra(manifest, folder, named, code):
    for path, digest in manifest.hashes.items():
        if path.startswith(folder + "/") and digest not in named:
            raise Fault(code, path)


def verify_texts(archive, manifest, entries):
    present, named = manifest.below("texts"), set()
    for entry in entries:
        files = entry.detail.get("files")
        if not entry.is_done or entry.act != "version.uploaded" or not isinstance(files, list):
            continue
        listed = []
        for file in files:
            file = file if isinstance(file, dict) else {}
            digest = file.get("sha256")
            if not isinstance(digest, str) or digest not in present:
                raise Fault("text-missing", entry.seq)
            named.add(digest)
            size = archive.files[present[digest]][1]
            listed.append({"role": file.get("role"), "name": file.get("name"), "size": size, "sha256": digest})
        if sha256(canonical(listed).encode()).hexdigest() != entry.detail.get("contentSha256"):
            raise Fault("text-hash", entry.seq)
    refuse_extra(manifest, "texts", named, "text-extra")
    return len(named)


CODE_SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


def code_of(digest):
    rest, signs = int(digest, 16), []
    for _ in range(16):
        rest, sign = divmod(rest, 31)
        signs.append(CODE_SIGNS[sign])
    return "-".join("".join(signs[at : at + 4]) for at in range(0, 16, 4))


def verify_papers(manifest, entries):
    present, named, papers = manifest.below("papers"), set(), 0
    for entry in entries:
        listed = entry.detail.get("papers") if entry.is_done else None
        for paper in listed if isinstance(listed, list) else []:
            paper = paper if isinstance(paper, dict) else {}
            content, file = paper.get("sha256"), paper.get("file")
            if not isinstance(content, str) or content not in present:
                raise Fault("paper-missing", entry.seq)
            if "file" in paper and (not isinstance(file, str) or file not in present):
                raise Fault("paper-missing", entry.seq)
            if not is_hash(content) or paper.get("code") != code_of(content):
                raise Fault("paper-code", entry.seq)
            named.update({content, file} - {None})
            papers += 1
    refuse_extra(manifest, "papers", named, "paper-extra")
    return papers


# ---- rows ----

SHOWN_TABLES = set(
    "matter draft_version version_file opinion opinion_item opinion_point opinion_revocation recheck recheck_item clearance "
    "clearance_state clearance_live agenda_item agenda_listing agenda_outcome meeting_revision meeting_check "
    "meeting_check_decision text_registration text_numbering text_issue matter_conclusion".split(" ")
)


def rows_left(entries):
    """What the entries leave of each row: how often it was written, and its digest then."""
    left = {}
    for entry in entries:
        rows = entry.body.get("rows")
        for row in rows if isinstance(rows, list) else []:
            table, key, times, digest = (row + [None] * 4)[:4] if isinstance(row, list) else [None] * 4
            if not isinstance(table, str) or not isinstance(key, str) or not is_count(times):
                continue
            if not (digest is None and len(row) >= 4 or is_hash(digest)) or table not in SHOWN_TABLES:
                continue
            name = f"{table} {key}"
            if left.get(name, (table, 0, None))[1] < times:
                left[name] = (table, times, digest)
    return left


def verify_rows(archive, entries):
    left = rows_left(entries)
    by_digest = {f"{table} {digest}": name for name, (table, _, digest) in left.items() if digest is not None}
    shown = elsewhere = 0
    for number, line in enumerate(archive.lines("rows"), 1):
        text = utf8(line)
        try:
            value = read_json(text or "")
        except ValueError:
            raise Fault("line", f"rows {number}") from None
        if not isinstance(value, dict):
            raise Fault("line", f"rows {number}")
        other = value.get("elsewhere")
        if isinstance(other, dict):
            name = f"{text_of(other.get('table'))} {text_of(other.get('key'))}"
            times = other.get("times")
            if not has_only(read_canonical(text), "elsewhere") or name not in left or not is_count(times) or times <= left[name][1]:
                raise Fault("row-differs", number)
            elsewhere += 1
        else:
            name = by_digest.get(f"{text_of(value.get('table'))} {sha256(line).hexdigest()}")
            if name not in left:
                raise Fault("row-differs", number)
            shown += 1
        del left[name]
    for name, (_, _, digest) in left.items():
        if digest is not None:
            raise Fault("row-missing", name)
    return shown, elsewhere


# ---- what somebody holds from elsewhere ----


def verify_held(asked, origin, key, head, earlier):
    for given in asked["--key"]:
        if given.kind == 1 and given.word() != key.word():
            raise Fault("known-key", given.name)
        if given.kind == 4 and not is_witnessed(head.note, given):
            raise Fault("witness", given.name)
    for file in asked["--checkpoint"]:
        with open(file, "rb") as opened:
            held = read_checkpoint(opened.read(), origin, key)
        if held is None:
            raise Fault("held-checkpoint")
        if held.size > head.size:
            raise Fault("held-longer", held.size)
        root = head.root if held.size == head.size else earlier.get(held.size)
        if root is None:
            raise Fault("held-unproven", held.size)
        if root != held.root:
            raise Fault("held-differs", held.size)
        say(f"您手中的检查点（{held.size} 条）与证据包是同一份总表", f"the checkpoint of {held.size} leaves that you hold is of this list")


def is_witnessed(note, witness):
    text, lines = note
    for name, key_id, data in lines:
        if name != witness.name or key_id != witness.id or len(data) != 72:
            continue
        time = int.from_bytes(data[:8], "big")
        if time > 0 and is_signed(f"cosignature/v1\ntime {time}\n{text}".encode(), witness.data, data[8:]):
            return True
    return False


def verify_receipts(asked, manifest, key, entries):
    for file in asked["--receipt"]:
        with open(file, "rb") as opened:
            note = read_note(opened.read())
        lines = note[0][:-1].split("\n") if note else []
        seq = read_decimal(lines[3]) if len(lines) == 7 else None
        if seq is None or lines[0] != "yiqian-receipt/1" or lines[1] != manifest.origin or not is_hash(lines[4]) or not is_instant(lines[5]):
            raise Fault("receipt")
        if not is_note_by(note, key):
            raise Fault("receipt")
        if lines[2] != manifest.stream:
            say("有一份回执不是本事项的，没有核对", "a receipt is not of this matter, and was not compared")
            continue
        entry = entries[seq - 1] if 1 <= seq <= len(entries) else None
        if entry and entry.hash != lines[4]:
            raise Fault("receipt-differs", seq)
        if not entry and lines[5] <= entries[-1].at:
            raise Fault("receipt-gone", seq)
        if entry:
            say(f"回执所说的第 {seq} 条办理记录在", f"entry {seq}, which a receipt names, is there")
        else:
            say("有一份回执晚于证据包，没有核对", "a receipt is later than the archive, and was not compared")


# ---- all of it ----


def verify_extract(archive, manifest, key, entries):
    note, last = read_note(archive.read("extract.txt")), entries[-1]
    lines = ["yiqian-extract/1", manifest.origin, manifest.stream, last.seq, last.hash, manifest.size]
    if note is None or note[0] != "".join(f"{line}\n" for line in lines) or not is_note_by(note, key):
        raise Fault("extract")


def verify_earlier(archive, origin, signers, head):
    earlier, before = {}, 0
    for line in archive.lines("earlier"):
        value, number = read_canonical(utf8(line)), len(earlier) + 1
        if not has_only(value, "note", "proof") or not isinstance(value["note"], str) or not isinstance(value["proof"], list):
            raise Fault("line", f"earlier {number}")
        found = [read_checkpoint(value["note"].encode(), origin, key) for key in signers]
        one = next((each for each in found if each is not None), None)
        if one is None or one.size <= before or not all(is_hash(each) for each in value["proof"]):
            raise Fault("earlier", number)
        if not verify_consistency(one.size, one.root, head.size, head.root, value["proof"]):
            raise Fault("earlier", number)
        earlier[one.size] = one.root
        before = one.size
    return earlier


def verify_places(keys, entries, leaves, head):
    for key in keys:
        if not verify_inclusion(key.hash, key.place[0], head.size, head.root, key.place[1]):
            raise Fault("key", key.id)
    before = -1
    for entry, (index, proof) in zip(entries, leaves):
        if index <= before:
            raise Fault("entry-order", entry.seq)
        if not verify_inclusion(entry.hash, index, head.size, head.root, proof):
            raise Fault("entry-proof", entry.seq)
        before = index


def verify_archive(asked):
    archive = Archive(asked["archive"])
    manifest = Manifest(archive)
    origin, stream = manifest.origin, manifest.stream
    say(f"文件 {len(manifest.hashes)} 个，与清单一致", f"{len(manifest.hashes)} files, all as listed")
    entries, leaves = verify_trail(archive, manifest)
    say(f"{stream}：办理记录 {len(entries)} 条，逐条相连", f"{stream}: {len(entries)} entries, each following the one before")
    keys = read_keys(archive, manifest)
    signers = [NoteKey(origin, 1, key.data) for key in keys if key.use == "checkpoint"]
    note = archive.read("checkpoint.txt")
    key = next((each for each in signers if read_checkpoint(note, origin, each)), None)
    head = read_checkpoint(note, origin, key) if key else None
    if head is None or head.size != manifest.size:
        raise Fault("checkpoint")
    say(f"检查点：{head.size} 条，签名成立", f"checkpoint of {head.size} leaves, its signature holds")
    verify_places(keys, entries, leaves, head)
    say("每条办理记录和每个公钥都在检查点之下", "every entry and every key is under the checkpoint")
    verify_extract(archive, manifest, key, entries)
    say("机关签名确认：在该检查点之下，本事项的办理记录到此为止", "the house has signed that under this checkpoint the entries end here")
    earlier = verify_earlier(archive, origin, signers, head)
    say(f"较早的检查点 {len(earlier)} 个，都是它的前段", f"{len(earlier)} earlier checkpoints, each a beginning of it")
    signed = verify_signed(archive, manifest, keys, entries)
    say(f"签名 {signed} 个，成立且与办理记录一致", f"{signed} signatures hold and are what the trail says")
    texts = verify_texts(archive, manifest, entries)
    say(f"稿件 {texts} 个，与办理记录一致", f"{texts} files of texts are those of the trail")
    papers = verify_papers(manifest, entries)
    say(f"文书 {papers} 件，与封存时一致", f"{papers} papers are as they were sealed")
    shown, elsewhere = verify_rows(archive, entries)
    say(
        f"数据 {shown} 行，与办理记录一致；{elsewhere} 行后来由其他办理改过，不在此列",
        f"{shown} rows are as the trail left them; {elsewhere} were written by other acts since, and are not shown",
    )
    verify_held(asked, origin, key, head, earlier)
    verify_receipts(asked, manifest, key, entries)
    if any(given.kind == 1 for given in asked["--key"]):
        say("公钥与您给出的一致", "the key is the one that you gave")
    else:
        say(f"公钥只是证据包自己所说，请与机关公布的核对：{key.word()}", f"the key is only what the archive says; compare it with the published one: {key.word()}")


def read_arguments(words):
    asked = {"archive": None, "--key": [], "--checkpoint": [], "--receipt": []}
    words = iter(word for word in words if word != "--own-ed25519")
    for word in words:
        if not word.startswith("--"):
            if asked["archive"] is not None:
                return None
            asked["archive"] = word
            continue
        value = next(words, None)
        value = read_verifier_key(value) if word == "--key" and value is not None else value
        if value is None or word not in asked:
            return None
        asked[word].append(value)
    return asked if asked["archive"] is not None else None


def main(words):
    asked = read_arguments(words)
    if asked is None:
        print("verify_evidence.py ARCHIVE.zip [--key VERIFIER-KEY]... [--checkpoint NOTE]... [--receipt NOTE]...", file=sys.stderr)
        return 2
    try:
        verify_archive(asked)
    except Fault as fault:
        zh, en = WORDS[fault.code]
        say(f"不成立：{zh}（{fault.place}）", f"DOES NOT HOLD: {en} ({fault.place})")
        print(f"VERDICT fails {fault.code} {fault.place}".rstrip())
        return 1
    say("证据包成立", "the evidence holds")
    print("VERDICT holds")
    return 0


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    sys.exit(main(sys.argv[1:]))
