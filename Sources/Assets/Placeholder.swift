/// Every asset's text by its path under `Assets/`, for example `canvases/social.json`.
public let assetTexts: [String: String] = embedded.mapValues { $0.description }
