import { sha256Hex } from '#app/domain/audit-chain/sha256.ts'
import { originOf } from '#app/domain/checkpoint/checkpoint.ts'
import { type ArchivedFile, manifestText } from '#app/domain/evidence/archive.ts'
import { openNamedByTrail } from '#app/domain/evidence/named-by-trail.ts'
import { openStoredZip } from '#app/documents/stored-zip.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import type { Extract, Place } from './extract.ts'
import { proveTrail, trailLines } from './prove-trail.server.ts'
import { presentRows } from './present-rows.server.ts'
import { paperFiles, textFiles } from './evidence-files.server.ts'
import { type Part, series } from './series.ts'
import { signedLines } from './signed-lines.server.ts'

/**
 * Writes the evidence of a matter piece by piece: at every moment one file of it is in memory. What the database has is
 * handed over as it is; whether it holds is for the verifier to say.
 */
export async function* writeEvidence(shell: Shell, extract: Extract): AsyncGenerator<Uint8Array> {
	const zip = openStoredZip()
	const files: ArchivedFile[] = []
	for await (const { path, bytes } of partsOf(shell, extract)) {
		yield zip.begin(path, bytes)
		yield bytes
		files.push({ path, size: bytes.byteLength, sha256: sha256Hex(bytes) })
	}
	const { jurisdictionId, stream, checkpoint } = extract
	const origin = originOf(jurisdictionId)
	const manifest = Buffer.from(manifestText({ origin, stream, size: checkpoint.size, files }))
	yield zip.begin('manifest.json', manifest)
	yield manifest
	yield zip.end()
}

async function* partsOf(shell: Shell, extract: Extract): AsyncGenerator<Part> {
	const named = openNamedByTrail()
	const places: Place[] = []
	yield* series('trail', trailLines(shell, extract, named, places))
	const { leaves, keys, earlier } = await proveTrail(shell, extract, places)
	yield* series('leaves', leaves)
	yield* series('keys', keys)
	yield { path: 'checkpoint.txt', bytes: Buffer.from(extract.checkpoint.note) }
	yield { path: 'extract.txt', bytes: Buffer.from(signedExtract(shell, extract)) }
	yield* series('earlier', earlier)
	yield* series('signed', signedLines(shell, extract.jurisdictionId, named))
	yield* series('rows', presentRows(shell, extract, named.rows()))
	yield* textFiles(shell, named.texts())
	yield* paperFiles(shell, extract.jurisdictionId, named.papers())
}

/** The last entry is the one that the signed list has: where the entry itself is gone, the verifier sees it. */
function signedExtract({ checkpoints }: Shell, { jurisdictionId, stream, checkpoint }: Extract): string {
	const { size, last } = checkpoint
	return checkpoints.key.signExtract({ origin: originOf(jurisdictionId), stream, size, ...last })
}
