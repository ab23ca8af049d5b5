/** A QR code as one path, on white whatever the theme: a telephone reads dark on light. */
export function QrPicture({ code, label }: { code: readonly (readonly boolean[])[]; label: string }) {
	const size = code.length + 8
	const path = code
		.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + 4} ${y + 4}h1v1h-1z` : '')))
		.join('')
	return (
		<svg
			role="img"
			aria-label={label}
			viewBox={`0 0 ${size} ${size}`}
			width="220"
			height="220"
			shapeRendering="crispEdges"
			className="border border-line"
		>
			<rect width={size} height={size} fill="#ffffff" />
			<path d={path} fill="#000000" />
		</svg>
	)
}
