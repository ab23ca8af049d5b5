import type { VersionGiven } from '#app/services/upload-version.server.ts'
import type { UploadForm } from './command-form.server.ts'

/** A version as its form sends it: a file comes before pasted text, and without either the main text is kept. */
export function readVersionForm({ fields, files }: UploadForm): VersionGiven {
	const text = (name: string) => String(fields.get(name) ?? '')
	const main = files.find((file) => file.field === 'main')
	const annexes = files.filter((file) => file.field === 'annexes')
	const kept = fields.getAll('keptAnnexes').map(Number)
	const shared = {
		annexes: annexes.map(({ name, bytes }) => ({ name, bytes, secrecy: text('annexes-secrecy') })),
		keptAnnexes: kept.filter((position) => Number.isInteger(position)),
		typedTitle: fields.has('typedTitle') ? text('typedTitle') : null,
	}
	const secrecy = text('main-secrecy')
	if (main)
		return { ...shared, main: { kind: 'file', file: { name: main.name, bytes: main.bytes, secrecy } } }
	const pasted = text('pasted')
	if (pasted.trim() !== '') return { ...shared, main: { kind: 'pasted', text: pasted, secrecy } }
	return { ...shared, main: { kind: 'kept' } }
}
