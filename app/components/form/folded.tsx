import type { ReactNode } from 'react'
import { Icon } from '#app/components/frame/icon.tsx'

/** Something that most readers may skip, under a line that says what it is. Opens without JavaScript, and in print. */
export function Folded({
	title,
	isOpen = false,
	children,
}: {
	title: ReactNode
	isOpen?: boolean
	children: ReactNode
}) {
	return (
		<details open={isOpen || undefined} className="folded mb-3">
			<summary className="flex items-center gap-2 rounded-card border border-dashed border-control px-4 py-2">
				<Icon name="chevron-right" className="turns text-ink3" />
				{title}
			</summary>
			<div className="pt-2">{children}</div>
		</details>
	)
}
