import type { ReactNode } from 'react'
import { Icon } from '#app/components/frame/icon.tsx'

/**
 * Something that most readers may skip, under a line that says what it is. Opens without JavaScript, and in print unless it
 * stays folded there because the reader chose not to have it.
 */
export function Folded({
	title,
	isOpen = false,
	staysFolded = false,
	children,
}: {
	title: ReactNode
	isOpen?: boolean
	staysFolded?: boolean
	children: ReactNode
}) {
	return (
		<details open={isOpen || undefined} className={`folded mb-3 ${staysFolded ? 'stays-folded' : ''}`}>
			<summary className="flex items-center gap-2 rounded-card border border-dashed border-control px-4 py-2">
				<Icon name="chevron-right" className="turns text-ink3" />
				{title}
			</summary>
			<div className="pt-2">{children}</div>
		</details>
	)
}
