import type { DraftFinding, DraftRefused } from '#app/documents/draft-reading.ts'
import type { TrackedChange } from '#app/documents/word/tracked-changes.ts'
import type { BesideChange } from '#app/domain/document/compare-beside.ts'
import { FILE_REFUSALS } from '#app/locales/zh-cn/file-refusals.ts'

/** What the reader found in a file, as a script takes it. */
export type NamedFinding = { readonly file: string; readonly finding: DraftFinding }

/** Findings for the JSON: code, whether it stops the file, name, excerpt, line. */
export function findingsForJson(named: readonly NamedFinding[]): unknown[] {
	return named.map(({ file, finding: { code, blocking, detail } }) => ({ file, code, blocking, ...detail }))
}

/** One line for standard error for each finding that would stop a file. */
export function stoppingLines(named: readonly NamedFinding[]): string[] {
	return named
		.filter(({ finding }) => finding.blocking)
		.map(({ file, finding: { code, detail } }) => {
			const { line, name, excerpt } = detail
			const where = line === undefined ? '' : `:${line}`
			return [`${file}${where}: stops: ${code}`, name, excerpt].filter(Boolean).join(' ')
		})
}

/** Who changed what when, a line a change. */
export function changeLines(changes: readonly TrackedChange[]): string[] {
	return changes.map(({ author, at, kind, words }) => {
		const sign = kind === 'inserted' || kind === 'moved-to' ? ['{+', '+}'] : ['[-', '-]']
		return `${[at, author, kind].filter(Boolean).join(' ')}: ${sign[0]}${words}${sign[1]}`
	})
}

/** A refusal in words: its code, its figures, and how to go on. */
export function refusalWords(reason: DraftRefused): string {
	const { code, ...figures } = reason
	const facts: Readonly<Record<string, unknown>> = { ...figures, place: 'part' in reason ? reason.part : '' }
	const sentence = FILE_REFUSALS[code].replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) =>
		String(facts[name] ?? ''),
	)
	return [code, ...Object.values(figures), sentence].join(', ')
}

/** Headers, footers and images that differ, each as one line. */
export function besideLines(changes: readonly BesideChange[]): string[] {
	return changes.map((change) => {
		if (change.kind === 'image') {
			const sign = change.fate === 'inserted' ? ['{+', '+}'] : ['[-', '-]']
			return `image ${change.position}: ${sign[0]}${change.alt || (change.sha256 ?? '')}${sign[1]}`
		}
		const { kind, section, pages, old, new: fresh } = change
		return `${kind} ${section ?? '-'} ${pages ?? '-'}: [-${old}-]{+${fresh}+}`
	})
}
