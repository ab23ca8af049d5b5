import type { LegalText, Paragraph } from '#app/domain/legal-text/legal-text.ts'

/** A text with its structure, each paragraph under its anchor. */
export function LegalTextView({ text }: { text: LegalText }) {
	return (
		<div lang="zh-CN" className="document">
			{text.clauses.map((clause) => (
				<div key={clause.anchor}>
					{clause.paragraphs.map((paragraph) => (
						<TextLine key={paragraph.anchor} paragraph={paragraph} />
					))}
				</div>
			))}
		</div>
	)
}

function TextLine({ paragraph: { kind, label, body, anchor } }: { paragraph: Paragraph }) {
	const words = (
		<bdi dir="ltr">
			{label === '' ? null : <strong className="font-semibold">{label}</strong>}
			{body}
		</bdi>
	)
	if (kind === 'title') return <h2 id={anchor}>{words}</h2>
	if (kind === 'heading') return <h3 id={anchor}>{words}</h3>
	return <p id={anchor}>{words}</p>
}
