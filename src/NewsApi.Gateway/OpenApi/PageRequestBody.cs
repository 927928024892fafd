using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using NewsApi.Gateway.Articles;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace NewsApi.Gateway.OpenApi;

/// <summary>The body of an operation that takes a page.</summary>
static class PageRequestBody
{
    const string Example = """
        Trang chủ > Xã hội
        Bến phà Hòa Lộc mở thêm chuyến đêm
        Thứ năm, 12/03/2026 | 08:15
        Từ ngày 15/3, phà Hòa Lộc chạy thêm ba chuyến sau 21 giờ để người dân hai bờ đi chợ sớm.
        Ông Trần Văn Lành, trưởng bến, cho biết mỗi chuyến chở tối đa 60 người và 20 xe máy. "Bà con chờ chuyến đêm đã lâu", ông nói.
        Phà Hòa Lộc rời bến lúc chiều tối. Ảnh: Mai Thảo
        Minh Khôi
        """;

    public static OpenApiRequestBody Of(OperationFilterContext context) =>
        new()
        {
            Required = true,
            Description = "A page as it was crawled, alone or with what is known about it.",
            Content = new Dictionary<string, IOpenApiMediaType>(StringComparer.Ordinal)
            {
                ["application/json"] = new OpenApiMediaType
                {
                    Schema = context.SchemaGenerator.GenerateSchema(typeof(PageBody), context.SchemaRepository),
                    Example = new JsonObject
                    {
                        ["text"] = Example,
                        ["url"] = "https://bao.example/xa-hoi/ben-pha-hoa-loc-1203.html",
                        ["source"] = "bao.example",
                        ["publishedAt"] = "2026-03-12T08:15:00+07:00",
                        ["externalId"] = "1203",
                    },
                },
                ["text/plain"] = new OpenApiMediaType
                {
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                    Example = Example,
                },
            },
        };
}
