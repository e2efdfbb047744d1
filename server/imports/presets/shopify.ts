import type { CustomerField, PurchaseField } from '../fields.ts'
import type { Preset } from './preset.ts'

/** Customers as Shopify exports them: headings of today, and those of before 2021 in second place. */
export const shopifyCustomers: Preset<CustomerField> = {
  name: "Shopify's customers",
  source: 'shopify',
  signature: ['First Name', 'Last Name', 'Email', 'Total Spent', 'Total Orders'],
  columns: {
    externalId: ['Customer ID'],
    email: ['Email'],
    firstName: ['First Name'],
    lastName: ['Last Name'],
    company: ['Default Address Company', 'Company'],
    phone: ['Phone', 'Default Address Phone'],
    line1: ['Default Address Address1', 'Address1'],
    line2: ['Default Address Address2', 'Address2'],
    city: ['Default Address City', 'City'],
    region: ['Default Address Province Code', 'Province Code', 'Province'],
    postalCode: ['Default Address Zip', 'Zip'],
    country: ['Default Address Country Code', 'Country Code', 'Country'],
  },
}

/** Customers as Shopify's transporter tool takes them. */
export const transporterCustomers: Preset<CustomerField> = {
  name: "Shopify's transporter customers",
  source: 'shopify',
  signature: ['First Name', 'Last Name', 'Email Address'],
  columns: { email: ['Email Address'], firstName: ['First Name'], lastName: ['Last Name'] },
}

const lineItems = {
  itemSku: ['Lineitem sku'],
  itemTitle: ['Lineitem name'],
  itemQuantity: ['Lineitem quantity'],
  itemUnitPrice: ['Lineitem price'],
  itemDiscount: ['Lineitem discount'],
} as const

const common = {
  number: ['Name'],
  email: ['Email'],
  name: ['Billing Name', 'Shipping Name'],
  company: ['Billing Company', 'Shipping Company'],
  phone: ['Phone', 'Billing Phone', 'Shipping Phone'],
  financialStatus: ['Financial Status'],
  fulfilmentStatus: ['Fulfillment Status'],
  cancelledAt: ['Cancelled at'],
  currency: ['Currency'],
  discount: ['Discount Amount'],
  billingRecipient: ['Billing Name'],
  billingLine1: ['Billing Address1', 'Billing Street'],
  billingLine2: ['Billing Address2'],
  billingCity: ['Billing City'],
  billingPostalCode: ['Billing Zip'],
  shippingRecipient: ['Shipping Name'],
  shippingLine1: ['Shipping Address1', 'Shipping Street'],
  shippingLine2: ['Shipping Address2'],
  shippingCity: ['Shipping City'],
  shippingPostalCode: ['Shipping Zip'],
  ...lineItems,
} as const

/** Orders as Shopify exports them: one row for each line item, money and addresses on the first only. */
export const shopifyOrders: Preset<PurchaseField> = {
  name: "Shopify's orders",
  source: 'shopify',
  signature: [
    'Name',
    'Financial Status',
    'Subtotal',
    'Total',
    'Created at',
    'Lineitem name',
    'Lineitem price',
  ],
  columns: {
    ...common,
    externalId: ['Id'],
    placedAt: ['Created at'],
    finalAt: ['Fulfilled at'],
    net: ['Subtotal'],
    tax: ['Taxes'],
    shipping: ['Shipping'],
    gross: ['Total'],
    duties: ['Duties'],
    paymentMethod: ['Payment Method'],
    gatewayReference: ['Payment Reference', 'Payment ID'],
    billingRegion: ['Billing Province', 'Billing Province Name'],
    billingCountry: ['Billing Country'],
    shippingRegion: ['Shipping Province', 'Shipping Province Name'],
    shippingCountry: ['Shipping Country'],
  },
}

/** Orders as Shopify's transporter tool takes them: no totals, tax on each line, postage on a row of its own. */
export const transporterOrders: Preset<PurchaseField> = {
  name: "Shopify's transporter orders",
  source: 'shopify',
  signature: ['Name', 'Financial Status', 'Processed At', 'Lineitem name', 'Transaction amount'],
  columns: {
    ...common,
    placedAt: ['Processed At'],
    tax: ['Total Tax'],
    itemTax: ['Tax 1 Price'],
    itemTax2: ['Tax 2 Price'],
    itemTax3: ['Tax 3 Price'],
    discountType: ['Discount type'],
    shipping: ['Shipping line price'],
    billingRegion: ['Billing Province Code', 'Billing Province'],
    billingCountry: ['Billing Country Code', 'Billing Country'],
    shippingRegion: ['Shipping Province Code', 'Shipping Province'],
    shippingCountry: ['Shipping Country Code', 'Shipping Country'],
  },
}
