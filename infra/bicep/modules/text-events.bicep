// Delivery reports of Communication Services.
param name string

resource communication 'Microsoft.Communication/communicationServices@2023-04-01' existing = {
  name: '${name}-texts'
}

resource app 'Microsoft.Web/sites@2023-12-01' existing = {
  name: '${name}-app'
}

resource topic 'Microsoft.EventGrid/systemTopics@2022-06-15' = {
  name: '${name}-texts'
  location: 'global'
  properties: { source: communication.id, topicType: 'Microsoft.Communication.CommunicationServices' }
}

resource subscription 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2022-06-15' = {
  parent: topic
  name: 'delivery-reports'
  properties: {
    destination: {
      endpointType: 'AzureFunction'
      properties: { resourceId: '${app.id}/functions/ReceiveTextReport' }
    }
    filter: { includedEventTypes: ['Microsoft.Communication.SMSDeliveryReportReceived'] }
    retryPolicy: { maxDeliveryAttempts: 30, eventTimeToLiveInMinutes: 1440 }
  }
}
