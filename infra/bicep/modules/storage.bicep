// One account: applications and indexes in tables, sealed images and papers in blobs, Durable Functions' own state beside
// them, and the package of the code. Entered by identity only.
param name string
param location string
param sku string

var packageContainer = 'package'
var containers = [packageContainer, 'enrollment-incoming', 'enrollment-materials', 'enrollment-rules']

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: '${name}data'
  location: location
  kind: 'StorageV2'
  sku: { name: sku }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2023-05-01' = {
  parent: account
  name: 'default'
  properties: {
    // What was deleted by mistake comes back within a week; what was erased has lost its key, and stays unreadable.
    deleteRetentionPolicy: { enabled: true, days: 7 }
  }
}

resource folders 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01' = [
  for container in containers: {
    parent: blobs
    name: container
    properties: { publicAccess: 'None' }
  }
]

output name string = account.name
output packageContainer string = packageContainer
