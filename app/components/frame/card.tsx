import type { ReactNode } from 'react'

/** A block of a page with its own heading; `aside` stands at the right end of the heading. */
export function Card(props: {
	title?: ReactNode
	note?: ReactNode
	aside?: ReactNode
	children: ReactNode
	id?: string
	padded?: boolean
	/** False for what can only be done on a screen. */
	isOnPaper?: boolean
}) {
	const { title, note, aside, children, id, padded = true, isOnPaper = true } = props
	return (
		<section
			id={id}
			className={`bg-surface border border-line rounded-card mb-4 overflow-hidden print:mb-1 ${isOnPaper ? '' : 'no-print'}`}
		>
			{title ? (
				<header className="flex flex-wrap items-baseline gap-x-3 gap-y-1 px-4 py-2 border-b border-line print:py-px">
					<h2 className="text-section font-semibold">{title}</h2>
					{note ? <span className="text-quiet text-ink3">{note}</span> : null}
					{aside ? <span className="no-print ml-auto text-quiet">{aside}</span> : null}
				</header>
			) : null}
			<div className={padded ? 'px-4 py-3 print:py-px' : ''}>{children}</div>
		</section>
	)
}

/** A pair of a name and its value in a list of facts. */
export function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
	return (
		<div className="flex gap-3 py-1 text-table print:py-0">
			<dt className="text-ink3 shrink-0 w-[7em] print:w-auto print:min-w-[4em]">{name}</dt>
			<dd className="min-w-0">{children}</dd>
		</div>
	)
}
