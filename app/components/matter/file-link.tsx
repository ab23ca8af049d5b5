import type { ReactNode } from 'react'

/** A file of a matter, as its rows name it. */
type NamedFile = { readonly name: string; readonly sha256: string }

/**
 * The way to a file of a matter. Its name is in the address: the same bytes may have come twice, under two names, and each
 * is handed over under its own.
 */
export function MatterFileLink({
	matterId,
	file: { name, sha256 },
	isDownload = false,
	className,
	children = name,
}: {
	matterId: string
	file: NamedFile
	isDownload?: boolean
	className?: string
	children?: ReactNode
}) {
	const search = new URLSearchParams({ name, ...(isDownload ? { download: '' } : {}) })
	return (
		<a href={`/matters/${matterId}/files/${sha256}?${search.toString()}`} className={className}>
			{children}
		</a>
	)
}
