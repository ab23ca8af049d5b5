import type { ReactNode } from 'react'
import type { LegalText, Paragraph } from '#app/domain/legal-text/legal-text.ts'

/** A text with its structure, each paragraph under its anchor; `beside` gives what stands in the margin of one. */
export function LegalTextView({
	text,
	beside,
	marked,
}: {
	text: LegalText
	beside?: (paragraph: Paragraph) => ReactNode
	marked?: ReadonlySet<string>
}) {
	return (
		<div lang="zh-CN" className="document">
			{text.clauses.map((clause) => (
				<div key={clause.anchor}>
					{clause.paragraphs.map((paragraph) => (
						<TextLine
							key={paragraph.anchor}
							paragraph={paragraph}
							isMarked={marked?.has(paragraph.anchor) ?? false}
						>
							{beside?.(paragraph)}
						</TextLine>
					))}
				</div>
			))}
		</div>
	)
}

function TextLine({
	paragraph,
	isMarked,
	children,
}: {
	paragraph: Paragraph
	isMarked: boolean
	children: ReactNode
}) {
	const { kind, label, body, anchor } = paragraph
	const words = (
		<bdi dir="ltr">
			{label === '' ? null : <strong className="font-semibold">{label}</strong>}
			{body}
		</bdi>
	)
	if (kind === 'title') return <h2 id={anchor}>{words}</h2>
	if (kind === 'heading') return <h3 id={anchor}>{words}</h3>
	return (
		<div className={`flex gap-2 border-l-4 pl-2 ${isMarked ? 'border-warn' : 'border-transparent'}`}>
			<p id={anchor} className="min-w-0 flex-1">
				{words}
			</p>
			{children ? <span className="no-print shrink-0 font-ui text-quiet">{children}</span> : null}
		</div>
	)
}
