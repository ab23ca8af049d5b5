import type { Clause, LegalText } from '#app/domain/legal-text/legal-text.ts'

/**
 * The clauses of a text to be compared with another one. Where only one of the two is numbered 一、（一）1., the members
 * of a list that a section announces with a colon stand in that section, as the 项 of an article do.
 */
export function foldLists(text: LegalText, other: LegalText): readonly Clause[] {
	if (text.scheme !== 'outline' || other.scheme === 'outline') return text.clauses
	const folded: Clause[] = []
	for (const clause of text.clauses) {
		const last = folded.at(-1)
		if (last && isMember(clause, last))
			folded[folded.length - 1] = { ...last, paragraphs: [...last.paragraphs, ...clause.paragraphs] }
		else folded.push(clause)
	}
	return folded
}

/** Whether a section stands below one that announces a list. */
function isMember(clause: Clause, before: Clause): boolean {
	const announces = before.paragraphs.some(({ body }) => /[：:]\s*$/.test(body))
	return announces && before.kind === 'section' && clause.headings.length > before.headings.length
}
