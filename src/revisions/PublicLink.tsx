import OpenInNew from '@mui/icons-material/OpenInNewOutlined'
import { Link } from '@mui/material'

/** An address that anybody may read, opened beside the staff screens. */
export const PublicLink = ({ path }: { path: string }) => (
  <Link href={path} target="_blank" rel="noopener" sx={{ overflowWrap: 'anywhere' }}>
    {path}
    <OpenInNew sx={{ fontSize: 14, ml: 1, verticalAlign: '-2px' }} aria-hidden />
  </Link>
)
