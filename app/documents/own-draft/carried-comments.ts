import { type PaperComment, initialsOf } from '../papers/paper-facts.ts'
import { xmlText } from '../papers/xml-text.ts'
import { elementsOf } from '../xml-element.ts'
import type { Edits } from './edits.ts'
import { NotCarried, type OwnDraft, spanOf } from './own-draft.server.ts'
import type { PackageParts } from './package-parts.ts'

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml'

/** Adds comments to those of the draft. Gives the number of each. */
export function addComments(
	base: OwnDraft,
	comments: readonly PaperComment[],
	dateOf: (at: Date) => string,
	parts: PackageParts,
	editsOf: (part: string) => Edits,
): number[] {
	if (comments.length === 0) return []
	const part = base.source
		.relationshipsOf(base.source.mainPart)
		.find((link) => link.type === 'comments')?.target
	const root = part === undefined ? undefined : base.source.part(part)
	const used = (root === undefined ? [] : elementsOf(root)).map((one) => Number(one.attributes.get('w:id')))
	let id = used.reduce((most, one) => (Number.isSafeInteger(one) ? Math.max(most, one) : most), -1)
	const ids = comments.map(() => (id += 1))
	const xml = comments.map((comment, at) => commentXml(comment, ids[at] ?? 0, dateOf(comment.at))).join('')
	if (part === undefined || root === undefined)
		parts.add('comments-yiqian.xml', `<w:comments xmlns:w="${MAIN}">${xml}</w:comments>`, 'comments', TYPE)
	else {
		const span = spanOf(base, root)
		if (span.inside === span.end) throw new NotCarried('comments')
		editsOf(part).insert(span.insideEnd, xml)
	}
	return ids
}

function commentXml({ author, words }: PaperComment, id: number, date: string): string {
	const paragraphs = words.map(
		(line) => `<w:p><w:r><w:t xml:space="preserve">${xmlText(line)}</w:t></w:r></w:p>`,
	)
	const head = `w:id="${id}" w:author="${xmlText(author)}" w:initials="${xmlText(initialsOf(author))}" w:date="${date}"`
	return `<w:comment ${head}>${paragraphs.length === 0 ? '<w:p/>' : paragraphs.join('')}</w:comment>`
}
