// The first deployment: everything that the code runs on. The second, subscriptions.bicep, follows the code.
targetScope = 'resourceGroup'

@description('Begins every name: 3 to 11 of a-z and 0-9.')
@minLength(3)
@maxLength(11)
param name string

param location string = resourceGroup().location

@description('Static Web Apps are offered in fewer regions than the rest.')
param webLocation string = 'eastasia'

@description('Where Communication Services keeps its data. It can not send to the Chinese mainland: docs/deploy.md.')
param communicationDataLocation string = 'Asia Pacific'

@description('Instances of the function app at most; each pair of storage account and plan has its own limits.')
@minValue(40)
@maxValue(1000)
param maximumInstances int = 40

@allowed([512, 2048, 4096])
@description('Inspection holds a decoded page of 100 megapixels at most: 2048 MB carries two of them.')
param instanceMemoryMB int = 2048

@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GZRS'])
param storageSku string = 'Standard_ZRS'

@description('Days for which logs are kept.')
param logRetentionDays int = 30

@allowed(['alibaba', 'azure', 'outbox'])
@description('The text gateway; azure is of use outside the Chinese mainland only.')
param textGateway string = 'alibaba'

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: { name: name, location: location }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: { name: name, location: location, retentionDays: logRetentionDays }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  params: { name: name, location: location, sku: storageSku }
}

module vault 'modules/key-vault.bicep' = {
  name: 'key-vault'
  params: { name: name, location: location }
}

module communication 'modules/communication.bicep' = {
  name: 'communication'
  params: { name: name, dataLocation: communicationDataLocation }
}

// Before the app, which reads its package and its keys by them when it starts.
module roles 'modules/roles.bicep' = {
  name: 'roles'
  params: {
    principalId: identity.outputs.principalId
    storageName: storage.outputs.name
    vaultName: vault.outputs.name
    insightsName: monitoring.outputs.insightsName
    communicationName: communication.outputs.name
  }
}

module web 'modules/static-web-app.bicep' = {
  name: 'static-web-app'
  params: { name: name, location: webLocation }
}

module functions 'modules/functions.bicep' = {
  name: 'functions'
  params: {
    name: name
    location: location
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    storageName: storage.outputs.name
    packageContainer: storage.outputs.packageContainer
    vaultUri: vault.outputs.uri
    insightsConnection: monitoring.outputs.insightsConnection
    communicationEndpoint: communication.outputs.endpoint
    publicOrigin: 'https://${web.outputs.hostname}'
    webHostname: web.outputs.hostname
    textGateway: textGateway
    maximumInstances: maximumInstances
    instanceMemoryMB: instanceMemoryMB
  }
  dependsOn: [roles]
}

module link 'modules/linked-back-end.bicep' = {
  name: 'linked-back-end'
  params: { webName: web.outputs.name, functionsId: functions.outputs.id, location: location }
}

output functionsName string = functions.outputs.name
output webName string = web.outputs.name
output address string = 'https://${web.outputs.hostname}'
output vaultName string = vault.outputs.name
