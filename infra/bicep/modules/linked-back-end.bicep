// /api of the pages' address is the function app.
param webName string
param functionsId string
param location string

resource web 'Microsoft.Web/staticSites@2023-12-01' existing = {
  name: webName
}

resource backEnd 'Microsoft.Web/staticSites/linkedBackends@2023-12-01' = {
  parent: web
  name: 'api'
  properties: { backendResourceId: functionsId, region: location }
}
