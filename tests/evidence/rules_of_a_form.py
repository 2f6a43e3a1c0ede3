"""A methodology that asks for a little of everything a form can ask for."""

RULES = """\
parrules: 1
methodology: vn.x.form
edition: "2025"
title: Biểu thử
fidelity: illustrative
valid: {from: 2025-01-01}
levels: [tiêu chí, tiêu chí thành phần]
stages: [{name: self, by: body}, {name: appraised, by: Sở Nội vụ}, {name: surveyed, by: Bưu điện}]
evidence:
  mountain: {type: yes_no, title: Xã miền núi, of: body}
  national: {type: ratio, title: Trung bình cả nước, of: round}
  assigned: {type: count, title: Được giao}
  done: {type: count, title: Hoàn thành, within: assigned}
  quality: {type: one_of, options: ["=kém", tốt], title: Chất lượng, none: chưa đánh giá}
  issued_on: {type: date, title: Ngày ban hành, none: chưa ban hành}
  signed: {type: ratio, title: Tỷ lệ ký số}
  satisfied: {type: ratio, title: Tỷ lệ hài lòng}
  tasks:
    title: "Nhiệm vụ: được giao"
    id: code
    columns: {code: {type: text, title: Mã}, due_on: {type: date, title: Hạn}}
criteria:
  - code: "1"
    title: "=Nhiệm vụ"
    max: 6
    criteria:
      - code: "1.1"
        title: Hoàn thành
        max: 3
        applies: assigned > 0
        if_not: left_out
        score: award done / assigned * maximum
      - code: "1.2"
        title: Số nhiệm vụ
        max: 2
        score: |
          award maximum when count(tasks) >= 2 and assigned > 3
          otherwise 0
      - code: "1.10"
        title: Đánh giá
        max: 1
        judged: {by: Chủ tịch, step: 0.25}
  - code: "2"
    title: Ban hành
    max: 2
    score: |
      award 0 when issued_on is none or quality is none
      otherwise 1 when mountain or signed > national or quality = "=kém"
      otherwise 2
  - code: "3"
    title: Điều tra
    max: 2
    stage: surveyed
    score: award satisfied * maximum
"""
