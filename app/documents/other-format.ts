import { type DraftRefused, LOCK_FILE_SIZES } from './draft-reading.ts'
import { containsName, sniffContent, suffixOf } from './sniff-content.ts'

const OLD_WORD = new Set(['.doc', '.wps', '.wpt', '.dot'])
const MACRO = new Set(['.docm', '.dotm'])
const TEMPLATE = new Set(['.dotx'])
/** Files with a sentence of their own, by their suffix, when their bytes do not say it first. */
const BY_SUFFIX: Readonly<Record<string, 'pdf-file' | 'ofd-file' | 'rtf-file' | 'odt-file'>> = {
	'.pdf': 'pdf-file',
	'.ofd': 'ofd-file',
	'.rtf': 'rtf-file',
	'.odt': 'odt-file',
	'.fodt': 'odt-file',
}
const CONTENT_TYPES = '[Content_Types].xml'
const OPEN_DOCUMENT = 'mimetypeapplication/vnd.oasis.opendocument.text'

/**
 * What a file is, where it is no draft that is read as it is; null for what may be one. The bytes decide before the
 * name: an .rtf under the name of a .docx is told apart from a damaged file, because the way out is another.
 */
export function refuseOtherFormat(bytes: Uint8Array, fileName: string): DraftRefused | null {
	const suffix = suffixOf(fileName)
	if (isLockFile(bytes, fileName)) return { code: 'lock-file' }
	const content = sniffContent(bytes)
	if (content === 'pdf') return { code: 'pdf-file' }
	if (content === 'rtf') return { code: 'rtf-file' }
	if (content === 'ole') return refuseOle(bytes, suffix)
	if (content === 'zip' && containsName(bytes.subarray(0, 200), OPEN_DOCUMENT)) return { code: 'odt-file' }
	if (content === 'zip' && containsName(bytes, 'OFD.xml') && !containsName(bytes, CONTENT_TYPES))
		return { code: 'ofd-file' }
	if (MACRO.has(suffix)) return { code: 'macro-file', part: fileName }
	if (TEMPLATE.has(suffix)) return { code: 'template-file' }
	if (OLD_WORD.has(suffix)) return { code: 'old-word-file', suffix }
	const named = BY_SUFFIX[suffix]
	return named === undefined ? null : { code: named }
}

/** The program writes `~$名称.docx` beside a document while it is open: the name of the user, and no words. */
function isLockFile(bytes: Uint8Array, fileName: string): boolean {
	const name = fileName.split(/[\\/]/).at(-1) ?? ''
	if (/^(~\$|\.~)/.test(name)) return true
	const length = bytes[0] ?? 0
	if (!LOCK_FILE_SIZES.includes(bytes.byteLength) || length < 1 || length > 52) return false
	return bytes.subarray(length + 1, 54).every((byte) => byte === 0 || byte === 0x20)
}

function refuseOle(bytes: Uint8Array, suffix: string): DraftRefused {
	if (containsName(bytes, 'EncryptedPackage', true)) return { code: 'encrypted-document' }
	if (containsName(bytes, 'WordDocument', true) || OLD_WORD.has(suffix))
		return { code: 'old-word-file', suffix }
	return { code: 'wrong-suffix', suffix, content: 'ole' }
}
