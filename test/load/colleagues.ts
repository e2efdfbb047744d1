/** Who works in the measured shop: each connection of the load is one of them or shares one. */
export const password = 'bench-password-of-a-throw-away-shop'
export const colleagues = [
  { name: 'Ana Ruiz', email: 'service@bench.example', role: 'customer_service' },
  { name: 'Helen Achterberg', email: 'manager@bench.example', role: 'manager' },
  { name: 'Rafael Duarte', email: 'manager2@bench.example', role: 'manager' },
] as const
