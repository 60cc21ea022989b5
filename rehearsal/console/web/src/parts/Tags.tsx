import AttributeEditor from "@cloudscape-design/components/attribute-editor";
import Input from "@cloudscape-design/components/input";

import type { Tag } from "../hooks/parameters";
import { useText } from "../language";

const MOST = 50;

/** The tags of something that is about to be made. */
export function Tags({ tags, onChange }: { tags: Tag[]; onChange: (tags: Tag[]) => void }) {
  const t = useText();
  const change = (index: number, part: Partial<Tag>) =>
    onChange(tags.map((tag, place) => (place === index ? { ...tag, ...part } : tag)));
  return (
    <AttributeEditor
      items={tags}
      addButtonText={t("tags.add")}
      removeButtonText={t("tags.remove")}
      empty={t("tags.none")}
      disableAddButton={tags.length >= MOST}
      onAddButtonClick={() => onChange([...tags, { Key: "", Value: "" }])}
      onRemoveButtonClick={event => onChange(tags.filter((_, place) => place !== event.detail.itemIndex))}
      definition={[
        {
          label: t("tags.key"),
          control: (tag, index) => <Input value={tag.Key} onChange={event => change(index, { Key: event.detail.value })} />,
        },
        {
          label: t("tags.value"),
          control: (tag, index) => (
            <Input value={tag.Value} onChange={event => change(index, { Value: event.detail.value })} />
          ),
        },
      ]}
    />
  );
}
