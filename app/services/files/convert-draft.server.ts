import { refuseOtherFormat } from '#app/documents/other-format.ts'
import { type ConvertedFormat, CONVERTED_FORMATS } from '#app/documents/convert-to-word.server.ts'
import { FINDING_BLOCKS } from '#app/documents/draft-reading.ts'
import { suffixOf } from '#app/documents/sniff-content.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { type GivenFile, type TakenFile, takeDraft, takePaper } from './take-file.server.ts'

/** A draft, with the file it was converted from where it came in an older format. */
export type DraftTaken = { readonly main: TakenFile; readonly original: TakenFile | null }

const FORMAT_OF_CODE: Readonly<Record<string, ConvertedFormat>> = {
	'old-word-file': '.doc',
	'rtf-file': '.rtf',
	'odt-file': '.odt',
}

/**
 * Takes a draft. One in an older format is made a .docx where the office has a converter: the converted file is the
 * draft, the original goes with it as an annex, and a finding keeps the version from being submitted. Who has compared
 * the two uploads the converted file: that file, looked at, is what counts.
 */
export async function takeDraftOfAnyFormat(
	{ converter, reader }: Pick<Shell, 'converter' | 'reader'>,
	file: GivenFile,
): Promise<Result<DraftTaken, Refusal>> {
	const other = refuseOtherFormat(file.bytes, file.name)
	const format = other === null ? undefined : formatOf(other.code, file.name)
	if (converter === null || format === undefined) {
		const main = await takeDraft(reader, file)
		return main.ok ? accept({ main: main.value, original: null }) : main
	}
	const original = await takePaper(reader, { ...file, name: withSuffix(file.name, format) })
	if (!original.ok) return original
	const converted = await converter(file.bytes, format)
	if (!converted.ok)
		return refuse({ code: 'file-refused', cause: converted.reason.code, fileName: file.name, figures: {} })
	const main = await takeDraft(reader, {
		...file,
		name: withSuffix(file.name, '.docx'),
		bytes: converted.value,
	})
	if (!main.ok) return main
	const finding = {
		code: 'converted-draft',
		blocking: FINDING_BLOCKS['converted-draft'],
		detail: { name: original.value.name },
	} as const
	return accept({
		main: { ...main.value, findings: [finding, ...main.value.findings] },
		original: original.value,
	})
}

function formatOf(code: string, fileName: string): ConvertedFormat | undefined {
	const suffix = CONVERTED_FORMATS.find((each) => each === suffixOf(fileName))
	const byCode = FORMAT_OF_CODE[code]
	return byCode === '.doc' && suffix === '.wps' ? '.wps' : byCode
}

/** The name with the suffix of what the bytes are: an .rtf may come under the name of a .docx. */
function withSuffix(name: string, suffix: string): string {
	const own = suffixOf(name)
	return own === suffix ? name : `${own === '' ? name : name.slice(0, -own.length)}${suffix}`
}
