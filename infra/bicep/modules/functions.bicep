// The code, on Flex Consumption: .NET 10, isolated worker.
param name string
param location string
param identityId string
param identityClientId string
param storageName string
param packageContainer string
param vaultUri string
param insightsConnection string
param communicationEndpoint string
param publicOrigin string
param webHostname string
param textGateway string
param maximumInstances int
param instanceMemoryMB int

resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: storageName
}

resource plan 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: '${name}-plan'
  location: location
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2023-12-01' = {
  name: '${name}-app'
  location: location
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identityId
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${storage.properties.primaryEndpoints.blob}${packageContainer}'
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identityId }
        }
      }
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      scaleAndConcurrency: {
        maximumInstanceCount: maximumInstances
        instanceMemoryMB: instanceMemoryMB
        // One instance of the web side stands ready: a candidate does not wait for a start.
        alwaysReady: [{ name: 'http', instanceCount: 1 }]
      }
    }
    siteConfig: { minTlsVersion: '1.2' }
  }

  resource settings 'config' = {
    name: 'appsettings'
    properties: {
      AzureWebJobsStorage__accountName: storage.name
      AzureWebJobsStorage__credential: 'managedidentity'
      AzureWebJobsStorage__clientId: identityClientId
      Incoming__blobServiceUri: storage.properties.primaryEndpoints.blob
      Incoming__queueServiceUri: storage.properties.primaryEndpoints.queue
      Incoming__credential: 'managedidentity'
      Incoming__clientId: identityClientId
      APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnection
      APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'Authorization=AAD;ClientId=${identityClientId}'
      Store__Connection: 'https://${storage.name}.blob.${environment().suffixes.storage}'
      Store__IdentityClientId: identityClientId
      Store__Keys: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/key-ring)'
      Store__Seals: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/print-seals)'
      Access__PublicOrigin: publicOrigin
      TextMessages__Gateway: textGateway
      TextMessages__Azure__Endpoint: communicationEndpoint
      TextMessages__Azure__IdentityClientId: identityClientId
      TextMessages__Azure__From: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/text-sender)'
      TextMessages__Alibaba__AccessKeyId: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/alibaba-key-id)'
      TextMessages__Alibaba__AccessKeySecret: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/alibaba-key-secret)'
      TextMessages__Alibaba__SignName: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/alibaba-sign-name)'
      TextMessages__Alibaba__ReportKey: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/alibaba-report-key)'
    }
  }

  // Linking the pages would shut the app to everybody else. The payment and text providers call it directly, and its own
  // sessions and their signatures guard it: so it lets in whoever comes, on purpose.
  resource access 'config' = {
    name: 'authsettingsV2'
    properties: {
      globalValidation: { requireAuthentication: false, unauthenticatedClientAction: 'AllowAnonymous' }
      identityProviders: {
        azureStaticWebApps: { enabled: true, registration: { clientId: webHostname } }
      }
    }
  }

  // No passwords for uploading code.
  resource ftp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource scm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

output id string = app.id
output name string = app.name
