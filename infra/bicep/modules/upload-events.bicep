// A blob that arrives in "incoming" wakes the function that takes it in.
param name string
param location string

resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: '${name}data'
}

resource app 'Microsoft.Web/sites@2023-12-01' existing = {
  name: '${name}-app'
}

resource topic 'Microsoft.EventGrid/systemTopics@2022-06-15' = {
  name: '${name}-uploads'
  location: location
  properties: { source: storage.id, topicType: 'Microsoft.Storage.StorageAccounts' }
}

resource subscription 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2022-06-15' = {
  parent: topic
  name: 'take-in'
  properties: {
    destination: {
      endpointType: 'WebHook'
      properties: {
        // The key that the blob extension made when the code was first started.
        endpointUrl: 'https://${app.properties.defaultHostName}/runtime/webhooks/blobs?functionName=Host.Functions.TakeInUpload&code=${listKeys('${app.id}/host/default', app.apiVersion).systemKeys.blobs_extension}'
      }
    }
    filter: {
      includedEventTypes: ['Microsoft.Storage.BlobCreated']
      subjectBeginsWith: '/blobServices/default/containers/enrollment-incoming/'
    }
    retryPolicy: { maxDeliveryAttempts: 30, eventTimeToLiveInMinutes: 1440 }
  }
}
