import { sha256Hex } from '#app/domain/audit-chain/sha256.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Shell } from '#app/services/shell.server.ts'
import type { SealedPaper } from './read-sealed.server.ts'

/** What a Word file is called. */
export const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The Word file of a paper, under the name that whoever takes it away files it by. */
export type FileOfPaper = { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }

/**
 * The Word file of a sealed paper: the bytes that its act kept, hashed again while they are read. A paper that was sealed
 * before files were kept is written from its sealed content. One whose content is not the one that the trail holds is not
 * handed over, and none is while a deposit outside knows a later state of this database.
 */
export async function readPaperFile(
	shell: Shell,
	jurisdictionId: string,
	paper: SealedPaper,
): Promise<Result<FileOfPaper, Refusal>> {
	if (!paper.isSound || shell.checkpoints.behind.has(jurisdictionId)) return refuse({ code: 'not-found' })
	const bytes =
		paper.fileSha256 === null
			? await shell.comparer.writeSealed(paper.content)
			: await shell.blobs.read(paper.fileSha256)
	return accept({ name: `${paper.title}（${nameOf(paper)}）.docx`, mediaType: WORD, bytes })
}

function nameOf({ number, content }: SealedPaper): string {
	return number ?? sha256Hex(content).slice(0, 16)
}
