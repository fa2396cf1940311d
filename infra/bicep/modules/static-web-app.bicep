// The pages. Standard, because only that one takes a function app of its own as its back end.
param name string
param location string

resource web 'Microsoft.Web/staticSites@2023-12-01' = {
  name: '${name}-web'
  location: location
  sku: { name: 'Standard', tier: 'Standard' }
  properties: {
    allowConfigFileUpdates: true
    stagingEnvironmentPolicy: 'Disabled'
  }
}

output name string = web.name
output hostname string = web.properties.defaultHostname
