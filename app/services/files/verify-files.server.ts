import { readNamedFiles, type NamedFile } from '#app/db/read-named-files.server.ts'
import { readSnapshot } from '#app/db/read-snapshot.server.ts'
import { BlobDamaged, type BlobStore } from '#app/storage/blob-store.server.ts'

/** A file that the database names and the store does not have as it was put. */
type LostFile = NamedFile & { readonly problem: BlobDamaged['found'] }

/** How many files the database names, and which of them do not hold. */
export type FilesReport = { readonly files: number; readonly lost: readonly LostFile[] }

/** Reads every file that the database at an address names, and hashes it again. */
export function verifyFiles(url: string, blobs: Pick<BlobStore, 'read'>): Promise<FilesReport> {
	return readSnapshot(url, async (snapshot) => {
		const seen = new Set<string>()
		const lost: LostFile[] = []
		for await (const batch of readNamedFiles(snapshot))
			for (const file of batch) {
				if (seen.has(file.sha256)) continue
				seen.add(file.sha256)
				const problem = await problemOf(blobs, file.sha256)
				if (problem) lost.push({ ...file, problem })
			}
		return { files: seen.size, lost }
	})
}

async function problemOf(
	blobs: Pick<BlobStore, 'read'>,
	sha256: string,
): Promise<LostFile['problem'] | null> {
	try {
		await blobs.read(sha256)
		return null
	} catch (error) {
		if (error instanceof BlobDamaged) return error.found
		throw error
	}
}
