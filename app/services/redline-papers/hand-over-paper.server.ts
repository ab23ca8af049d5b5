import type { PaperAsked } from '#app/comparison/comparison-asked.ts'
import type { RedlinePaper } from '#app/documents/papers/paper-facts.ts'
import { REDLINE_PAPER } from '#app/locales/papers/redline-paper.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** A paper as it is handed over. */
export type WrittenPaper = { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }

const OFFICE = 'application/vnd.openxmlformats-officedocument'
const WORD = { mediaType: `${OFFICE}.wordprocessingml.document`, suffix: '.docx' } as const
const SHEET = { mediaType: `${OFFICE}.spreadsheetml.sheet`, suffix: '.xlsx' } as const

/** Has a paper written and gives it a name: what it is, of what, and which two texts. */
export async function handOverPaper(
	shell: Shell,
	asked: PaperAsked,
	names: { readonly of: string; readonly pair: string },
): Promise<WrittenPaper> {
	const { mediaType, suffix } = asked.paper === 'comparison-sheet' ? SHEET : WORD
	const bytes = await shell.comparer.write(asked)
	return { mediaType, bytes, name: `${fileNameOf(asked.paper, names)}${suffix}` }
}

const NAMES: Readonly<Record<RedlinePaper, string>> = {
	'marked-draft': REDLINE_PAPER.markedDraft,
	'marked-older': REDLINE_PAPER.markedOlder,
	'comparison-table': REDLINE_PAPER.table,
	'comparison-sheet': REDLINE_PAPER.table,
}

/** What no file system takes in a name is left out. */
function fileNameOf(paper: RedlinePaper, names: { readonly of: string; readonly pair: string }): string {
	const kind = NAMES[paper]
	const parts = [kind, ...[names.of, names.pair].map((name) => plain(name).slice(0, 60))]
	return parts.filter((part) => part !== '').join('-')
}

function plain(name: string): string {
	return name.replaceAll(/[\p{Cc}\p{Cf}\\/:*?"<>|]/gu, '')
}
