-- Gives the columns of a table widths after what stands in them: an office shares them out evenly.

-- About how many letters a line of a table has on the page.
local line = 105

local function lengths(cell)
  local text = pandoc.utils.stringify(pandoc.Div(cell.contents))
  local longest = 0
  for word in text:gmatch("%S+") do longest = math.max(longest, utf8.len(word) or #word) end
  return utf8.len(text) or #text, longest
end

function Table(table)
  local total, longest, widest, count = {}, {}, {}, 0
  local function read(rows)
    for _, row in ipairs(rows) do
      count = count + 1
      for column, cell in ipairs(row.cells) do
        local all, word = lengths(cell)
        total[column] = (total[column] or 0) + all
        widest[column] = math.max(widest[column] or 0, all)
        longest[column] = math.max(longest[column] or 0, word)
      end
    end
  end
  read(table.head.rows)
  for _, body in ipairs(table.bodies) do read(body.body) end
  local least, wish, full, words, texts = {}, {}, 0, 0, 0
  for column in ipairs(table.colspecs) do
    -- Every word has room; what is left of the line goes to those columns that say most.
    least[column] = (longest[column] or 0) + 3
    wish[column] = math.min((total[column] or 0) / math.max(count, 1), 300)
    words, texts = words + least[column], texts + wish[column]
    full = full + (widest[column] or 0) + 3
  end
  local share = math.min(line, full)
  local rest = math.max(0, share - words)
  local whole = math.max(line, words)
  for column, spec in ipairs(table.colspecs) do
    local width = least[column] + rest * wish[column] / math.max(texts, 1)
    table.colspecs[column] = { spec[1], width / whole }
  end
  return table
end
